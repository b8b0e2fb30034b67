package deltadesk.streaming.layers;

import deltadesk.definition.Catalog;
import deltadesk.definition.ColumnDefinition;
import deltadesk.definition.ColumnType;
import deltadesk.definition.DefinitionException;
import deltadesk.definition.ResolvedDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Turns a pack's SQL expressions into projections; throws {@link DefinitionException}. */
final class SqlCompiler {
    private static final String FILE = "stream.json";
    /** Functions of the moment or of the session; those by chance are known to Spark. */
    private static final Pattern CLOCKS = Pattern.compile("(?i)current_?\\w+|now|localtimestamp");

    private final SparkSession session;
    private final Map<String, Catalog> catalogs;

    /** Works in a session of its own, because `lookup` means this definition's catalogs. */
    SqlCompiler(SparkSession parent, ResolvedDefinition definition) {
        this.session = parent.newSession();
        // What decides a row is fixed here, not in the settings of the day.
        session.conf().set("spark.sql.ansi.enabled", "false");
        session.conf().set("spark.sql.session.timeZone", "UTC");
        session.conf().set("spark.sql.caseSensitive", "true");
        this.catalogs = definition.catalogs();
        LookupFunction.register(session, catalogs);
    }

    /** `field` is the place in the definition, such as `silver.columns`, for complaints. */
    SqlProjection compile(String field, StructType input, List<ColumnDefinition> columns) {
        Dataset<Row> rows = session.createDataFrame(List.<Row>of(), input);
        rows = session.createDataFrame(rows.toJavaRDD(), input);
        Dataset<Row> selected = select(field, rows, columns);
        Project project = (Project) selected.queryExecution().analyzed();
        List<NamedExpression> expressions = CollectionConverters.asJava(project.projectList());
        for (int index = 0; index < columns.size(); index++) {
            ColumnDefinition column = columns.get(index);
            check(place(field, column), column, expressions.get(index).toAttribute().dataType());
            checkTree(place(field, column), (Expression) expressions.get(index));
        }
        LogicalPlan optimized = selected.queryExecution().optimizedPlan();
        return toProjection(optimized, selected.schema());
    }

    private SqlProjection toProjection(LogicalPlan optimized, StructType schema) {
        ArrayList<SqlProjection.Step> steps = new ArrayList<>();
        LogicalPlan plan = optimized;
        for (; plan instanceof Project project; plan = project.child()) {
            steps.add(0, new SqlProjection.Step(
                    expressions(project.projectList()), project.child().output()));
        }
        if (!(plan instanceof LogicalRDD)) {
            throw new IllegalStateException("Spark's optimiser gave an unknown plan: " + plan);
        }
        if (steps.isEmpty()) {
            // Every column is passed on as it is: the optimiser took the projection away.
            steps.add(new SqlProjection.Step(expressions(plan.output()), plan.output()));
        }
        return new SqlProjection(steps, schema);
    }

    private Seq<Expression> expressions(Seq<? extends NamedExpression> named) {
        List<Expression> expressions = new ArrayList<>();
        CollectionConverters.asJava(named).forEach(each ->
                expressions.add(LookupCalls.direct((Expression) each, catalogs)));
        return CollectionConverters.asScala(expressions).toSeq();
    }

    private static Dataset<Row> select(
            String field, Dataset<Row> rows, List<ColumnDefinition> columns) {
        try {
            Dataset<Row> selected = rows.select(
                    columns.stream().map(SqlCompiler::column).toArray(Column[]::new));
            if (selected.queryExecution().analyzed() instanceof Project) {
                return selected;
            }
            throw new IllegalArgumentException("an expression is not about one row");
        } catch (Exception failure) {
            columns.forEach(column -> selectAlone(place(field, column), rows, column));
            throw wrong(field, "the SQL is not valid: " + sentence(failure),
                    "Correct the expressions");
        }
    }

    /** Finds the one that is wrong when they cannot be analysed together. */
    private static void selectAlone(String place, Dataset<Row> rows, ColumnDefinition column) {
        LogicalPlan plan;
        try {
            plan = rows.select(column(column)).queryExecution().analyzed();
        } catch (Exception cause) {
            throw wrong(place, "the SQL is not valid: " + sentence(cause),
                    "Correct the expression");
        }
        if (!(plan instanceof Project)) {
            throw wrong(place, "the expression is not about one row",
                    "Use no aggregate, window or generator functions");
        }
    }

    private static Column column(ColumnDefinition column) {
        return functions.expr(column.sql()).as(column.name());
    }

    private static String sentence(Exception cause) {
        String message = cause instanceof AnalysisException analysis
                ? analysis.getSimpleMessage() : String.valueOf(cause.getMessage());
        return message.strip().split("\\R", 2)[0];
    }

    private static void check(String place, ColumnDefinition column, DataType found) {
        if (column.type() == null) {
            return;
        }
        DataType declared = ColumnType.toDataType(column.type());
        if (!declared.equals(found)) {
            throw wrong(place, "the expression gives " + found.simpleString() + " and not "
                    + column.type(), "Write try_cast(… as " + declared.simpleString() + ")");
        }
    }

    private void checkTree(String place, Expression expression) {
        String name = expression.prettyName();
        if (!expression.deterministic() || CLOCKS.matcher(name).matches()) {
            throw wrong(place, "'" + name + "' may give another value when a "
                    + "batch is replayed", "Use the columns of the record instead");
        }
        if (expression instanceof ScalaUDF function && function.udfName().contains(
                LookupFunction.NAME)) {
            checkLookup(place, CollectionConverters.asJava(function.children()));
        }
        CollectionConverters.asJava(expression.children())
                .forEach(child -> checkTree(place, child));
    }

    private void checkLookup(String place, List<Expression> arguments) {
        String catalog = text(place, arguments.get(0));
        String column = text(place, arguments.get(2));
        if (!catalogs.containsKey(catalog)) {
            throw wrong(place, "there is no catalog '" + catalog + "'",
                    "Name one of " + String.join(", ", catalogs.keySet()));
        }
        if (!catalogs.get(catalog).columns().contains(column)) {
            throw wrong(place, "the catalog '" + catalog + "' has no column '" + column + "'",
                    "Name one of " + String.join(", ", catalogs.get(catalog).columns()));
        }
    }

    private static String text(String place, Expression argument) {
        if (argument instanceof Literal literal && literal.value() != null) {
            return literal.value().toString();
        }
        throw wrong(place, "lookup's catalog and column must be texts in quotes",
                "Write lookup('catalog', key, 'column')");
    }

    private static String place(String field, ColumnDefinition column) {
        return field + "." + column.name();
    }

    private static DefinitionException wrong(String field, String problem, String remedy) {
        return new DefinitionException(FILE, field, problem, remedy);
    }
}
