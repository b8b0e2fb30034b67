package deltadesk.streaming.layers;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.definition.StreamDefinition;
import java.util.List;
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
    private final RowDecoder[] decoders = new RowDecoder[RowKind.values().length];

    private CompiledDefinition(
            StreamDefinition stream,
            StreamDefinition tables,
            LayerProjections projections,
            Broadcast<LayerFunction> function) {
        this.stream = stream;
        this.function = function;
        decoders[RowKind.BRONZE.ordinal()] =
                new RowDecoder(projections.bronze().schema(), tables.bronze().columnNames());
        decoders[RowKind.SILVER.ordinal()] =
                new RowDecoder(projections.silver().schema(), tables.silver().columnNames());
        decoders[RowKind.REJECTED.ordinal()] =
                new RowDecoder(LayerProjections.struct(RejectedRow.COLUMNS.stream()));
        decoders[RowKind.FIELD.ordinal()] =
                new RowDecoder(LayerProjections.struct(FieldSighting.COLUMNS.stream()));
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
        read(spark.parallelize(List.<InternalRow>of(), 1), 0, BronzeTarget.DRIVER);
    }

    /** `batch` has the columns of Spark's Kafka source; `plannedAtMicros` goes into the rows. */
    public LayerRows read(Dataset<Row> batch, long plannedAtMicros) {
        return read(records(batch), plannedAtMicros, BronzeTarget.DRIVER);
    }

    /** The same, Bronze's rows going where that says. */
    public LayerRows read(Dataset<Row> batch, long plannedAtMicros, BronzeTarget bronze) {
        return read(records(batch), plannedAtMicros, bronze);
    }

    private LayerRows read(
            JavaRDD<InternalRow> records, long plannedAtMicros, BronzeTarget bronze) {
        Broadcast<LayerFunction> inTasks = function;
        return decode(records
                .mapPartitions(rows -> List.of(
                        inTasks.value().apply(rows, plannedAtMicros, bronze)).iterator())
                .collect());
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

    private LayerRows decode(List<TaskRows> tasks) {
        int[] columnCounts = new int[decoders.length];
        for (RowKind kind : RowKind.values()) {
            columnCounts[kind.ordinal()] = decoders[kind.ordinal()].columnCount();
        }
        LayerRows rows = new LayerRows();
        RowBlock.Receiver receiver = (kind, row) -> {
            Object[] values = decoders[kind.ordinal()].decode(row);
            switch (kind) {
                case BRONZE -> rows.addBronze(values);
                case SILVER -> rows.addSilver(values);
                case REJECTED -> rows.addRejected(values);
                case FIELD -> rows.addFieldSighting(FieldSighting.of(values));
            }
        };
        for (TaskRows task : tasks) {
            rows.countBronze(task.bronzeTimestamps());
            rows.addBronzeFiles(task.bronzeFiles());
            RowBlock.read(task.bronze(), columnCounts, receiver);
            RowBlock.read(task.others(), columnCounts, receiver);
        }
        return rows;
    }
}
