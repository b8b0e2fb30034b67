package deltadesk.streaming.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One JSON value as a column value in Spark's internal form. Accepted conversions (floor 4.2):
 * a whole number as text of digits, a number without fraction for a fractional field, a decimal as
 * text with `.`, a time with or without zone. All else is {@link #UNFIT}.
 */
final class FieldValue {
    /** Stands for a value that cannot be converted to the field's type. */
    static final Object UNFIT = new Object();
    /** Stands for the values of a field that a record has more than once: none of them counts. */
    static final Object REPEATED = new Object();

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");
    private static final Pattern FRACTIONAL = Pattern.compile("[+-]?\\d{1,400}(\\.\\d{1,400})?");

    private FieldValue() {}

    /** Reads the parser's current scalar token; a JSON null gives null. */
    static Object read(JsonParser json, DataType type) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (type == DataTypes.BooleanType) {
            return token.isBoolean() ? (Object) json.getBooleanValue() : UNFIT;
        }
        if (type == DataTypes.IntegerType) {
            Object value = wholeNumber(json, token);
            boolean fits = value instanceof Long number && number == (int) (long) number;
            return fits ? (Object) (int) (long) (Long) value : UNFIT;
        }
        if (type == DataTypes.LongType) {
            return wholeNumber(json, token);
        }
        if (type == DataTypes.DoubleType) {
            return fractional(json, token);
        }
        if (type instanceof DecimalType decimal) {
            return decimal(json, token, decimal);
        }
        return token == JsonToken.VALUE_STRING ? text(json.getText(), type) : UNFIT;
    }

    private static Object wholeNumber(JsonParser json, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            boolean fits = json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            return fits ? (Object) json.getLongValue() : UNFIT;
        }
        if (token == JsonToken.VALUE_STRING && WHOLE.matcher(json.getText()).matches()) {
            try {
                return Long.parseLong(json.getText());
            } catch (NumberFormatException tooLarge) {
                return UNFIT;
            }
        }
        return UNFIT;
    }

    private static Object fractional(JsonParser json, JsonToken token) throws IOException {
        if (!isFractional(json, token)) {
            return UNFIT;
        }
        double value = Double.parseDouble(json.getText());
        return Double.isInfinite(value) ? UNFIT : (Object) value;
    }

    private static Object decimal(JsonParser json, JsonToken token, DecimalType type)
            throws IOException {
        if (!isFractional(json, token) || json.getText().length() > 400) {
            return UNFIT;
        }
        BigDecimal value;
        try {
            value = new BigDecimal(json.getText());
        } catch (NumberFormatException exponentBeyondInt) {
            return UNFIT;
        }
        // An exponent such as 1e999999 would be written out in full by the next line.
        if (Math.abs((long) value.scale()) > 400) {
            return UNFIT;
        }
        value = value.setScale(type.scale(), RoundingMode.HALF_UP);
        boolean fits = value.precision() <= type.precision();
        return fits ? Decimal.apply(value, type.precision(), type.scale()) : UNFIT;
    }

    private static boolean isFractional(JsonParser json, JsonToken token) throws IOException {
        return token.isNumeric()
                || token == JsonToken.VALUE_STRING && FRACTIONAL.matcher(json.getText()).matches();
    }

    private static Object text(String text, DataType type) {
        if (type == DataTypes.StringType) {
            // Half a surrogate pair has no UTF-8 form: two such ids would become the same text.
            return isUnicode(text) ? UTF8String.fromString(text) : UNFIT;
        }
        if (type == DataTypes.TimestampType) {
            long micros = IsoTime.toMicros(text);
            return micros == IsoTime.NOT_A_TIME ? UNFIT : (Object) micros;
        }
        if (type == DataTypes.DateType) {
            Integer day = IsoTime.toEpochDay(text);
            return day == null ? UNFIT : day;
        }
        try {
            return type == DataTypes.BinaryType ? Base64.getDecoder().decode(text) : UNFIT;
        } catch (IllegalArgumentException notBase64) {
            return UNFIT;
        }
    }

    private static boolean isUnicode(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                boolean isPair = index + 1 < text.length()
                        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
                if (!isPair) {
                    return false;
                }
                index++;
            }
        }
        return true;
    }
}
