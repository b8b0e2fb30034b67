package deltadesk.streaming.parse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import deltadesk.definition.ColumnType;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The types that the shipped packs do not use in their fields, and the edges of the others. */
class FieldValueTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            9223372036854775807   | long          | 9223372036854775807
            "-9223372036854775808" | long         | -9223372036854775808
            2147483647            | int           | 2147483647
            true                  | boolean       | true
            12                    | double        | 12.0
            12.345                | decimal(12,2) | 12.35
            "-0.005"              | decimal(12,2) | -0.01
            9999999999.99         | decimal(12,2) | 9999999999.99
            "2025-12-22"          | date          | 20444
            """)
    void anAcceptedValueIsConverted(String json, String type, String expected) throws IOException {
        assertEquals(expected, read(json, type).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            9223372036854775808   | long
            "9223372036854775808" | long
            2147483648            | int
            1.0                   | int
            "true"                | boolean
            1                     | boolean
            1e400                 | double
            ".5"                  | double
            "1e3"                 | double
            "NaN"                 | double
            99999999999           | decimal(12,2)
            "2025-12-22T00:00:00" | date
            "%"                   | binary
            12                    | string
            """)
    void anythingElseIsUnfit(String json, String type) throws IOException {
        assertSame(FieldValue.UNFIT, read(json, type));
    }

    @Test
    void aHugeExponentIsRefusedAtOnce() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertSame(FieldValue.UNFIT, read("1e999999999", "decimal(38,0)"));
            assertSame(FieldValue.UNFIT, read("1e-999999999", "decimal(38,0)"));
        });
    }

    @Test
    void binaryIsBase64AndNullStaysNull() throws IOException {
        assertArrayEquals(new byte[] {1, 2}, (byte[]) read("\"AQI=\"", "binary"));
        assertNull(read("null", "binary"));
    }

    private static Object read(String json, String type) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            return FieldValue.read(parser, ColumnType.toDataType(type));
        }
    }
}
