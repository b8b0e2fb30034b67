package deltadesk.streaming.layers;

import java.io.Serializable;
import java.util.ArrayList;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;

/**
 * Spark SQL expressions, analysed and optimised once, ready to be applied to rows without planning
 * a query: planning some eighty expressions for every micro-batch costs more than running them.
 * The optimiser may have split them into several steps, where an expression is used twice.
 */
record SqlProjection(ArrayList<Step> steps, StructType schema) implements Serializable {
    /** `expressions` over rows of the attributes `input`. */
    record Step(Seq<Expression> expressions, Seq<Attribute> input) implements Serializable {}

    /** Compiled code for one thread; its result row is overwritten by the next call. */
    interface Compiled {
        UnsafeRow apply(InternalRow row);
    }

    /** Generates and compiles the code. */
    Compiled create() {
        UnsafeProjection[] projections = steps.stream()
                .map(step -> UnsafeProjection.create(step.expressions(), step.input()))
                .toArray(UnsafeProjection[]::new);
        if (projections.length == 1) {
            return projections[0]::apply;
        }
        return row -> {
            UnsafeRow result = projections[0].apply(row);
            for (int step = 1; step < projections.length; step++) {
                result = projections[step].apply(result);
            }
            return result;
        };
    }
}
