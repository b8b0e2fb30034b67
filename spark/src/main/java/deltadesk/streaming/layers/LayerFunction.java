package deltadesk.streaming.layers;

import deltadesk.definition.StreamDefinition;
import deltadesk.tables.DataFile;
import deltadesk.tables.TableFileWriter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.sql.catalyst.InternalRow;

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

    /** A task's records as rows; with a `writer` its rows of Bronze are written by it. */
    TaskRows apply(
            Iterator<InternalRow> records, long plannedAtMicros, TableFileWriter writer) {
        RecordPipeline pooled = idle.poll();
        RecordPipeline pipeline =
                pooled != null ? pooled : new RecordPipeline(definition, projections);
        RowBlock block = new RowBlock();
        ArrayList<DataFile> files = new ArrayList<>();
        long[] timestamps = new long[0];
        if (writer == null) {
            records.forEachRemaining(each -> pipeline.take(each, plannedAtMicros, block));
        } else {
            BronzeFiles bronze = bronzeFiles(block);
            files = bronze.write(
                    writer, records, each -> pipeline.take(each, plannedAtMicros, bronze));
            timestamps = bronze.timestamps();
        }
        pipeline.addFieldSightings(block);
        idle.add(pipeline);
        return new TaskRows(block.toBytes(), files, timestamps);
    }

    private BronzeFiles bronzeFiles(RowBlock block) {
        return new BronzeFiles(new RowDecoder(projections.bronze().schema(), bronzeColumns),
                bronzeColumns.indexOf(definition.kafkaTimestampColumn()), block);
    }

    /** Makes the first pipeline, so that its code is generated before the first batch. */
    void warmUp() {
        idle.add(new RecordPipeline(definition, projections));
    }

    private Object readResolve() {
        return new LayerFunction(definition, projections, bronzeColumns);
    }
}
