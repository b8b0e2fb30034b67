package deltadesk.definition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The words for types in a pack and their Spark types. */
public final class ColumnType {
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,2}),(\\d{1,2})\\)");

    /** What a remedy lists. */
    public static final String WORDS =
            "int, long, double, string, boolean, timestamp, date, binary or decimal(p,s)";

    private ColumnType() {}

    /** The Spark type of a word, null when it is not one of {@link #WORDS}. */
    public static DataType toDataType(String word) {
        switch (word) {
            case "int": return DataTypes.IntegerType;
            case "long": return DataTypes.LongType;
            case "double": return DataTypes.DoubleType;
            case "string": return DataTypes.StringType;
            case "boolean": return DataTypes.BooleanType;
            case "timestamp": return DataTypes.TimestampType;
            case "date": return DataTypes.DateType;
            case "binary": return DataTypes.BinaryType;
            default: return toDecimal(word);
        }
    }

    private static DataType toDecimal(String word) {
        Matcher matcher = DECIMAL.matcher(word);
        if (!matcher.matches()) {
            return null;
        }
        int precision = Integer.parseInt(matcher.group(1));
        int scale = Integer.parseInt(matcher.group(2));
        boolean fits = precision >= 1 && precision <= 38 && scale <= precision;
        return fits ? DataTypes.createDecimalType(precision, scale) : null;
    }
}
