package deltadesk.aggregates;

import deltadesk.tables.ColumnSpec;
import deltadesk.tables.TableSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A small Silver table, an aggregate with every function over it, and seeded rows. */
final class SilverSample {
    static final TableSchema SILVER = new TableSchema(
            List.of(
                    new ColumnSpec("event_id", "string"),
                    new ColumnSpec("day", "string"),
                    new ColumnSpec("country", "string"),
                    new ColumnSpec("segment", "int"),
                    new ColumnSpec("amount", "decimal(12,2)"),
                    new ColumnSpec("quantity", "int"),
                    new ColumnSpec("weight", "double"),
                    new ColumnSpec("at", "timestamp")),
            List.of("day"));

    static final AggregateSpec EVERY_FUNCTION = new AggregateSpec(
            "gold", "by_country", List.of("country", "segment"),
            List.of(
                    new MeasureSpec("revenue", "decimal(22,2)", "sum", "amount"),
                    new MeasureSpec("sales", "long", "count", null),
                    new MeasureSpec("weighed", "long", "count", "weight"),
                    new MeasureSpec("pieces", "long", "sum", "quantity"),
                    new MeasureSpec("weight", "double", "sum", "weight"),
                    new MeasureSpec("smallest", "decimal(12,2)", "min", "amount"),
                    new MeasureSpec("last_at", "timestamp", "max", "at"),
                    new MeasureSpec("first_event", "string", "min", "event_id")),
            "processed_at");

    private SilverSample() {}

    static Object[] row(String country, String amount, Integer quantity) {
        return new Object[] {
            "e-" + country + amount, "2026-11-21", country, 1,
            amount == null ? null : new BigDecimal(amount), quantity, null, 5L,
        };
    }

    /** `List.of` would take a single row apart. */
    static List<Object[]> rows(Object[]... rows) {
        return List.of(rows);
    }

    static List<Object[]> random(Random random, int count) {
        List<Object[]> rows = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            rows.add(new Object[] {
                "e" + random.nextInt(100_000),
                "2026-11-" + (10 + random.nextInt(3)),
                random.nextInt(8) == 0 ? null : "C" + random.nextInt(4),
                random.nextInt(3),
                random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(2_000_000), 2),
                random.nextInt(6) == 0 ? null : random.nextInt(1000),
                random.nextInt(6) == 0 ? null : random.nextInt(1 << 20) / 1024.0,
                1_770_000_000_000_000L + random.nextInt(1_000_000),
            });
        }
        return rows;
    }

    /** Rows as text without their last column, the time, sorted. */
    static List<String> withoutTimes(List<Object[]> rows) {
        return rows.stream()
                .map(row -> Arrays.toString(Arrays.copyOf(row, row.length - 1))).sorted().toList();
    }
}
