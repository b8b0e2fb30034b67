package deltadesk.aggregates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.tables.ColumnSpec;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
    private static Measure measure(String function, String type, String columnType) {
        ColumnSpec column = columnType == null ? null : new ColumnSpec("c", columnType);
        return Measures.of("gold.t", new MeasureSpec("m", type, function, "c"), column);
    }

    private static Object foldAll(Measure measure, Object... values) {
        return Stream.of(values).reduce(null, measure::fold);
    }

    @Test
    void theLargestDeclaredSumFitsAndOneMoreCentDoesNot() {
        Measure sum = measure("sum", "decimal(22,2)", "decimal(22,2)");
        BigDecimal largest = new BigDecimal("99999999999999999999.99");
        assertEquals(largest, foldAll(sum, largest));
        assertThrows(ArithmeticException.class,
                () -> foldAll(sum, largest, new BigDecimal("0.01")));
    }

    @Test
    void aSumHasTheDeclaredScaleAndIsExact() {
        assertEquals(new BigDecimal("0.3000"), foldAll(
                measure("sum", "decimal(22,4)", "decimal(12,2)"),
                new BigDecimal("0.10"), new BigDecimal("0.20")));
        assertEquals(new BigDecimal("5.00"), foldAll(measure("sum", "decimal(22,2)", "int"), 2, 3));
        assertEquals(3_000_000_000L, foldAll(
                measure("sum", "long", "int"), 1_500_000_000, 1_500_000_000));
        assertThrows(ArithmeticException.class,
                () -> foldAll(measure("sum", "int", "int"), Integer.MAX_VALUE, 1));
        assertThrows(ArithmeticException.class,
                () -> foldAll(measure("sum", "long", "long"), Long.MIN_VALUE, -1L));
    }

    @Test
    void extremesCompareValuesNotTheirText() {
        assertEquals(new BigDecimal("9.00"), foldAll(
                measure("min", "decimal(12,2)", "decimal(12,2)"),
                new BigDecimal("10.00"), new BigDecimal("9.00"), new BigDecimal("9.50")));
        assertEquals(-3, foldAll(measure("max", "int", "int"), -7, -3, -5));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            sum    | decimal(22,1) | decimal(12,2)
            sum    | decimal(22,2) | double
            sum    | long          | decimal(12,0)
            sum    | int           | long
            sum    | int           | timestamp
            sum    | double        | string
            sum    | long          |
            max    | string        | int
            min    | binary        | binary
            count  | double        | int
            median | long          | long
            """, delimiter = '|')
    void whatCouldLoseDigitsOrMeansNothingIsRefused(String function, String type, String column) {
        String message = assertThrows(IllegalArgumentException.class,
                () -> measure(function, type, column)).getMessage();
        assertTrue(message.contains("gold.t"), message);
    }
}
