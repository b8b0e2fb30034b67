package deltadesk.streaming.layers;

import deltadesk.definition.Catalog;
import deltadesk.definition.CatalogColumn;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.ObjectType;
import scala.Function1;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Replaces each `lookup` of a checked expression by a call into the catalog's column itself: a
 * function that the user registered turns its texts into Java's and back for every record.
 */
final class LookupCalls extends AbstractPartialFunction<Expression, Expression> {
    private final Map<String, Catalog> catalogs;

    private LookupCalls(Map<String, Catalog> catalogs) {
        this.catalogs = catalogs;
    }

    static Expression direct(Expression expression, Map<String, Catalog> catalogs) {
        return (Expression) expression.transformUp(new LookupCalls(catalogs));
    }

    @Override
    public boolean isDefinedAt(Expression expression) {
        return expression instanceof ScalaUDF function
                && function.udfName().contains(LookupFunction.NAME);
    }

    @Override
    public <A extends Expression, B> B applyOrElse(
            A expression, Function1<A, B> otherwise) {
        return isDefinedAt(expression) ? cast(call((ScalaUDF) (Expression) expression))
                : otherwise.apply(expression);
    }

    @SuppressWarnings("unchecked")
    private static <B> B cast(Expression expression) {
        return (B) expression;
    }

    private Expression call(ScalaUDF function) {
        List<Expression> arguments = CollectionConverters.asJava(function.children());
        CatalogColumn column = catalogs.get(text(arguments.get(0))).column(text(arguments.get(2)));
        return new Invoke(
                new Literal(column, new ObjectType(CatalogColumn.class)), "find",
                DataTypes.StringType,
                CollectionConverters.asScala(List.of(asText(arguments.get(1)))).toSeq(),
                CollectionConverters.asScala(List.<AbstractDataType>of()).toSeq(),
                true, true, true);
    }

    private static Expression asText(Expression key) {
        return key.dataType() == DataTypes.StringType ? key : new Cast(
                key, DataTypes.StringType, Option.empty(), EvalMode.LEGACY());
    }

    private static String text(Expression literal) {
        return ((Literal) literal).value().toString();
    }
}
