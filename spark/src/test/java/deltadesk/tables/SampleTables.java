package deltadesk.tables;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Schemas and rows that the tests of this package share. */
final class SampleTables {
    static final TableSchema EVERY_TYPE = new TableSchema(
            List.of(
                    new ColumnSpec("day", "string"),
                    new ColumnSpec("an_int", "int"),
                    new ColumnSpec("a_long", "long"),
                    new ColumnSpec("a_double", "double"),
                    new ColumnSpec("a_string", "string"),
                    new ColumnSpec("a_boolean", "boolean"),
                    new ColumnSpec("a_timestamp", "timestamp"),
                    new ColumnSpec("a_date", "date"),
                    new ColumnSpec("a_binary", "binary"),
                    new ColumnSpec("small", "decimal(9,2)"),
                    new ColumnSpec("middle", "decimal(12,2)"),
                    new ColumnSpec("large", "decimal(22,2)")),
            List.of("day"));

    private SampleTables() {}

    static Object[] row(String day, int number) {
        return new Object[] {
            day, number, number * 1_000_000_000_000L, number / 3.0, "text é " + number,
            number % 2 == 0, 1_770_000_000_123_456L + number, 20_000 + number,
            new byte[] {(byte) number, 0, -1}, new BigDecimal(number + ".05"),
            new BigDecimal("-" + number + ".10"), new BigDecimal("12345678901234567890.00"),
        };
    }

    /** `List.of` would take a single row apart. */
    static List<Object[]> rows(Object[]... rows) {
        return List.of(rows);
    }

    static Object[] nulls(String day) {
        Object[] row = new Object[EVERY_TYPE.columns().size()];
        row[0] = day;
        return row;
    }

    /** Rows as text, sorted: equal for equal tables whatever the order of their rows. */
    static List<String> texts(Collection<Object[]> rows) {
        return rows.stream().map(Arrays::deepToString).sorted().toList();
    }
}
