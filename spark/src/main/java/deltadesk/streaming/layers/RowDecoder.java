package deltadesk.streaming.layers;

import java.util.Arrays;
import java.util.List;
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
    /** For each column its place in the table's row, -1 when the table gives it up. */
    private final int[] places;
    private final int width;

    RowDecoder(StructType schema) {
        this(schema, Arrays.asList(schema.fieldNames()));
    }

    /**
     * `tableColumns` are those of the table, which may be more, fewer or in another order than
     * those of a row that an older definition made: what it lacks is null.
     */
    RowDecoder(StructType schema, List<String> tableColumns) {
        columns = Arrays.stream(schema.fields())
                .map(field -> column(field.dataType())).toArray(Column[]::new);
        places = Arrays.stream(schema.fieldNames()).mapToInt(tableColumns::indexOf).toArray();
        width = tableColumns.size();
    }

    Object[] decode(UnsafeRow row) {
        Object[] values = new Object[width];
        for (int index = 0; index < columns.length; index++) {
            if (places[index] >= 0 && !row.isNullAt(index)) {
                values[places[index]] = columns[index].read(row, index);
            }
        }
        return values;
    }

    /** Columns of the rows that are decoded. */
    int columnCount() {
        return columns.length;
    }

    private static Column column(DataType type) {
        if (type == DataTypes.StringType) {
            KnownTexts texts = new KnownTexts();
            return (row, index) -> texts.of(row.getUTF8String(index));
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
