package deltadesk.aggregates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deltadesk.tables.ColumnSpec;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AverageTest {
    private static Measure average(String type, String columnType) {
        return Measures.of("gold.t", new MeasureSpec("m", type, "avg", "c"),
                new ColumnSpec("c", columnType));
    }

    private static Object foldAll(Measure measure, Object... values) {
        return Arrays.stream(values).reduce(null, measure::fold);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01;0.02, 0.02", "-0.01;-0.02, -0.02", "0.01;0.01;0.02, 0.01", "1.00;2.01, 1.51",
        "-1.00;-2.01, -1.51", "0.00, 0.00", "9999999999.99;9999999999.99, 9999999999.99",
        "0.10;0.10;0.10, 0.10",
    })
    void theMeanIsRoundedHalfUpAwayFromZero(String values, String mean) {
        Measure average = average("decimal(12,2)", "decimal(12,2)");
        Object state = foldAll(average,
                Arrays.stream(values.split(";")).map(BigDecimal::new).toArray());
        assertEquals(new BigDecimal(mean), average.toColumn(state));
    }

    @Test
    void whatIsShownIsRoundedAndWhatIsKeptIsNot() {
        Measure average = average("decimal(12,0)", "int");
        Object state = foldAll(average, 1, 1, 1, 2);
        assertEquals(new BigDecimal("1"), average.toColumn(state));
        Object restored = average.restore(average.toColumn(state), average.toHidden(state));
        assertEquals(state, restored);
        assertEquals(new BigDecimal("2"), average.toColumn(foldAll(average, 1, 1, 1, 2, 2, 2)));
        Object more = average.fold(average.fold(restored, 2), 2);
        assertEquals(new BigDecimal("2"), average.toColumn(more));
    }

    @Test
    void theMeanOfNothingIsNull() {
        Measure average = average("decimal(12,2)", "long");
        assertNull(average.toColumn(null));
        assertNull(average.restore(null, average.toHidden(null)));
    }

    @Test
    void aMeanThatDoesNotFitIsRefusedAndOneOfDoublesNotDeclared() {
        Measure average = average("decimal(3,2)", "long");
        Object state = average.fold(null, 10L);
        assertThrows(ArithmeticException.class, () -> average.toColumn(state));
        assertThrows(IllegalArgumentException.class, () -> average("decimal(12,2)", "double"));
        assertThrows(IllegalArgumentException.class, () -> average("double", "int"));
    }
}
