package deltadesk.streaming.layers;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * Spark's internal rows as the `Object[]` of the table writer: timestamps stay microseconds since
 * 1970 UTC, dates stay days, absent values are null.
 */
final class RowDecoder {
    private interface Column {
        Object read(UnsafeRow row, int index);
    }

    private final Column[] columns;

    RowDecoder(StructType schema) {
        columns = Arrays.stream(schema.fields())
                .map(field -> column(field.dataType())).toArray(Column[]::new);
    }

    Object[] decode(UnsafeRow row) {
        Object[] values = new Object[columns.length];
        for (int index = 0; index < columns.length; index++) {
            if (!row.isNullAt(index)) {
                values[index] = columns[index].read(row, index);
            }
        }
        return values;
    }

    int columnCount() {
        return columns.length;
    }

    private static Column column(DataType type) {
        if (type == DataTypes.StringType) {
            return (row, index) -> row.getUTF8String(index).toString();
        }
        if (type == DataTypes.IntegerType || type == DataTypes.DateType) {
            return UnsafeRow::getInt;
        }
        if (type == DataTypes.LongType || type == DataTypes.TimestampType) {
            return UnsafeRow::getLong;
        }
        if (type == DataTypes.DoubleType) {
            return UnsafeRow::getDouble;
        }
        if (type == DataTypes.BooleanType) {
            return UnsafeRow::getBoolean;
        }
        if (type == DataTypes.BinaryType) {
            return UnsafeRow::getBinary;
        }
        if (type instanceof DecimalType decimal) {
            // The table writer wants exactly the column's scale.
            return (row, index) -> row.getDecimal(index, decimal.precision(), decimal.scale())
                    .toJavaBigDecimal().setScale(decimal.scale());
        }
        throw new IllegalStateException("No column type stands for " + type.simpleString() + ".");
    }
}
