package deltadesk.tables;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.util.PartitionUtils;
import io.delta.kernel.types.BasePrimitiveType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.TimestampType;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one type is on both sides: the word of a pack and the Kernel's type, and their values. */
record ColumnType(
        DataType kernelType,
        Function<Object, Literal> toLiteral,
        BiFunction<ColumnVector, Integer, Object> read) {
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,2}),(\\d{1,2})\\)");
    private static final Map<String, ColumnType> BY_WORD = Map.of(
            "int", new ColumnType(IntegerType.INTEGER,
                    value -> Literal.ofInt((Integer) value), ColumnVector::getInt),
            "long", new ColumnType(LongType.LONG,
                    value -> Literal.ofLong((Long) value), ColumnVector::getLong),
            "double", new ColumnType(DoubleType.DOUBLE,
                    value -> Literal.ofDouble((Double) value), ColumnVector::getDouble),
            "string", new ColumnType(StringType.STRING,
                    value -> Literal.ofString((String) value), ColumnVector::getString),
            "boolean", new ColumnType(BooleanType.BOOLEAN,
                    value -> Literal.ofBoolean((Boolean) value), ColumnVector::getBoolean),
            "timestamp", new ColumnType(TimestampType.TIMESTAMP,
                    value -> Literal.ofTimestamp((Long) value), ColumnVector::getLong),
            "date", new ColumnType(DateType.DATE,
                    value -> Literal.ofDate((Integer) value), ColumnVector::getInt),
            "binary", new ColumnType(BinaryType.BINARY,
                    value -> Literal.ofBinary((byte[]) value), ColumnVector::getBinary));

    /** The type of a word; any other word is an {@link IllegalArgumentException}. */
    static ColumnType of(String word) {
        ColumnType simple = BY_WORD.get(word);
        if (simple != null) {
            return simple;
        }
        Matcher matcher = DECIMAL.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + word + "\" is not a column type.");
        }
        int precision = Integer.parseInt(matcher.group(1));
        int scale = Integer.parseInt(matcher.group(2));
        return new ColumnType(
                new DecimalType(precision, scale),
                value -> Literal.ofDecimal((BigDecimal) value, precision, scale),
                (vector, row) -> vector.getDecimal(row).setScale(scale));
    }

    /** The word for a Kernel type; for one that packs lack, a name that a person can read. */
    static String wordFor(DataType type) {
        if (type instanceof DecimalType decimal) {
            return "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")";
        }
        return BY_WORD.entrySet().stream()
                .filter(entry -> entry.getValue().kernelType().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(type instanceof BasePrimitiveType ? type.toString() : "nested");
    }

    /** The value of a row in a vector that the Kernel read, or null. */
    Object value(ColumnVector vector, int row) {
        return vector.isNullAt(row) ? null : read.apply(vector, row);
    }

    /** The Kernel's literal of a value, or its typed null. */
    Literal literal(Object value) {
        return value == null ? Literal.ofNull(kernelType) : toLiteral.apply(value);
    }

    /** The value of a partition column as the log writes it; null stays null. */
    Object partitionValue(String text) {
        return PartitionUtils.literalForPartitionValue(kernelType, text).getValue();
    }
}
