package deltadesk.streaming.layers;

import deltadesk.definition.StreamDefinition;
import deltadesk.tables.DataFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * The part of a compiled definition that works inside tasks. It is broadcast once per definition
 * and keeps its pipelines from batch to batch: generating their code costs more than a small batch.
 */
final class LayerFunction implements Serializable {
    private static final long serialVersionUID = 1L;

    private final StreamDefinition definition;
    private final LayerProjections projections;
    private final ArrayList<String> bronzeColumns;
    private transient ConcurrentLinkedQueue<RecordPipeline> idle = new ConcurrentLinkedQueue<>();

    /** `bronzeColumns` are those of the table, see {@link RowDecoder}. */
    LayerFunction(
            StreamDefinition definition,
            LayerProjections projections,
            List<String> bronzeColumns) {
        this.definition = definition;
        this.projections = projections;
        this.bronzeColumns = new ArrayList<>(bronzeColumns);
    }

    /** A task's records as rows; see {@link TaskRows} for `reading`. */
    TaskRows apply(
            UUID reading,
            Iterator<InternalRow> records,
            long plannedAtMicros,
            BatchTarget target) {
        RecordPipeline pooled = idle.poll();
        RecordPipeline pipeline =
                pooled != null ? pooled : new RecordPipeline(definition, projections);
        StructType schema = projections.bronze().schema();
        SpillingRows others = new SpillingRows(target.others());
        BronzeRows bronze = new BronzeRows(target.bronze(), schema, bronzeColumns, others);
        RecordTally tally = new RecordTally(
                schema.fieldIndex(definition.kafkaTimestampColumn()));
        RowSink rows = (kind, row) -> {
            tally.add(kind, row);
            bronze.add(kind, row);
        };
        ArrayList<DataFile> files =
                bronze.run(records, each -> pipeline.take(each, plannedAtMicros, rows));
        pipeline.addFieldSightings(others);
        idle.add(pipeline);
        return new TaskRows(
                reading, bronze.block(), files, others.block(), others.files(), tally);
    }

    /** Makes the first pipeline, so that its code is generated before the first batch. */
    void warmUp() {
        idle.add(new RecordPipeline(definition, projections));
    }

    private Object readResolve() {
        return new LayerFunction(definition, projections, bronzeColumns);
    }
}
