package deltadesk.streaming.layers;

import deltadesk.definition.StreamDefinition;
import java.io.Serializable;
import java.util.Iterator;
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
    private transient ConcurrentLinkedQueue<RecordPipeline> idle = new ConcurrentLinkedQueue<>();

    LayerFunction(StreamDefinition definition, LayerProjections projections) {
        this.definition = definition;
        this.projections = projections;
    }

    /** All of a task's records as one block of rows. */
    byte[] apply(Iterator<InternalRow> records, long plannedAtMicros) {
        RecordPipeline pooled = idle.poll();
        RecordPipeline pipeline =
                pooled != null ? pooled : new RecordPipeline(definition, projections);
        RowBlock rows = new RowBlock();
        while (records.hasNext()) {
            pipeline.take(records.next(), plannedAtMicros, rows);
        }
        idle.add(pipeline);
        return rows.toBytes();
    }

    /** Makes the first pipeline, so that its code is generated before the first batch. */
    void warmUp() {
        idle.add(new RecordPipeline(definition, projections));
    }

    private Object readResolve() {
        return new LayerFunction(definition, projections);
    }
}
