package deltadesk.streaming.layers;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.definition.StreamDefinition;
import java.util.List;
import java.util.UUID;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.LogicalRDD;

/** A definition ready to turn Kafka rows into rows of the tables, in one Spark job a batch. */
public final class CompiledDefinition {
    private final StreamDefinition stream;
    private final Broadcast<LayerFunction> function;
    private final BlockDecoder decoder;

    private CompiledDefinition(
            StreamDefinition stream,
            StreamDefinition tables,
            LayerProjections projections,
            Broadcast<LayerFunction> function) {
        this.stream = stream;
        this.function = function;
        decoder = new BlockDecoder(
                new RowDecoder(projections.bronze().schema(), tables.bronze().columnNames()),
                new RowDecoder(projections.silver().schema(), tables.silver().columnNames()),
                new RowDecoder(LayerProjections.struct(RejectedRow.COLUMNS.stream())),
                new RowDecoder(LayerProjections.struct(FieldSighting.COLUMNS.stream())));
    }

    /** For tables that have the definition's own columns. */
    public static CompiledDefinition compile(SparkSession session, ResolvedDefinition definition) {
        return compile(session, definition, definition.stream());
    }

    /**
     * Analyses the definition's expressions; throws
     * {@link deltadesk.definition.DefinitionException} for one that is not valid. Rows have the
     * columns of `tables`, the newest definition, also those that an older one gives.
     */
    public static CompiledDefinition compile(
            SparkSession session, ResolvedDefinition definition, StreamDefinition tables) {
        LayerProjections projections = LayerProjections.compile(session, definition);
        LayerFunction function = new LayerFunction(
                definition.stream(), projections, tables.bronze().columnNames());
        function.warmUp();
        return new CompiledDefinition(definition.stream(), tables, projections,
                JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(function));
    }

    /** What was compiled. */
    public StreamDefinition stream() {
        return stream;
    }

    /** Runs one job over no records, so that the first batch finds Spark's classes loaded. */
    public void warmUp(SparkSession session) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        read(spark.parallelize(List.<InternalRow>of(), 1), 0, BatchTarget.DRIVER);
    }

    /** `batch` has the columns of Spark's Kafka source; `plannedAtMicros` goes into the rows. */
    public LayerRows read(Dataset<Row> batch, long plannedAtMicros) {
        return read(records(batch), plannedAtMicros, BatchTarget.DRIVER);
    }

    /** The same, the rows going where that says; to be closed when they are no longer needed. */
    public LayerRows read(Dataset<Row> batch, long plannedAtMicros, BatchTarget target) {
        return read(records(batch), plannedAtMicros, target);
    }

    private LayerRows read(
            JavaRDD<InternalRow> records, long plannedAtMicros, BatchTarget target) {
        Broadcast<LayerFunction> inTasks = function;
        UUID reading = UUID.randomUUID();
        LayerRows rows = new LayerRows(decoder, target.others());
        try {
            records.mapPartitions(task -> List.of(inTasks.value().apply(
                    reading, task, plannedAtMicros, target)).iterator())
                    .collect().forEach(rows::add);
        } finally {
            TaskRows.forget(reading);
        }
        return rows;
    }

    /**
     * The micro-batch's own RDD: Spark hands it over as an already executed plan, and planning a
     * query around it again would cost some 20 ms a batch.
     */
    private static JavaRDD<InternalRow> records(Dataset<Row> batch) {
        LogicalPlan plan = batch.queryExecution().analyzed();
        RDD<InternalRow> rows = plan instanceof LogicalRDD executed
                ? executed.rdd() : batch.queryExecution().toRdd();
        return rows.toJavaRDD();
    }
}
