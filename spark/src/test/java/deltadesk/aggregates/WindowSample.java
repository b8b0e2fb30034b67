package deltadesk.aggregates;

import deltadesk.tables.ColumnSpec;
import deltadesk.tables.TableSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** Silver with warnings, aggregates of windows and of named segments over it, and seeded rows. */
final class WindowSample {
    static final long DAY_MICROS = 86_400_000_000L;
    static final long HOUR_MICROS = DAY_MICROS / 24;
    /** 1969-12-20: windows before 1970 are windows too. */
    static final long FIRST_DAY = -12;

    static final TableSchema SILVER = new TableSchema(
            List.of(
                    new ColumnSpec("day", "string"),
                    new ColumnSpec("country", "string"),
                    new ColumnSpec("amount", "decimal(12,2)"),
                    new ColumnSpec("quantity", "int"),
                    new ColumnSpec("customer", "int"),
                    new ColumnSpec("at", "timestamp"),
                    new ColumnSpec("dq_warnings", "string")),
            List.of());

    static final List<MeasureSpec> MEASURES = List.of(
            new MeasureSpec("sales", "long", "count", null),
            new MeasureSpec("revenue", "decimal(22,2)", "sum", "amount"),
            new MeasureSpec("mean", "decimal(12,2)", "avg", "amount"),
            new MeasureSpec("mean_pieces", "decimal(12,1)", "avg", "quantity"),
            new MeasureSpec("customers", "long", "distinct", "customer"),
            new MeasureSpec("least", "decimal(12,2)", "min", "amount"));

    static final List<DerivedSpec> DERIVED =
            List.of(new DerivedSpec("is_busy", "boolean", "sales >= 3"));

    /** By hour and country, of rows with a quantity below 900; late rows are left out. */
    static final AggregateSpec WINDOWS = new AggregateSpec("gold", "windows",
            new WindowSpec("at", HOUR_MICROS, "opens", "closes", OptionalLong.of(0)),
            "quantity < 900", List.of("quantity"), List.of("country"), MEASURES, DERIVED,
            "processed_at", null);

    /** By five minutes and country; no row is ever late. */
    static final AggregateSpec MINUTES = new AggregateSpec("gold", "minutes",
            new WindowSpec("at", HOUR_MICROS / 12, "opens", "closes", OptionalLong.empty()),
            "quantity < 900", List.of("quantity"), List.of("country"), MEASURES, DERIVED,
            "processed_at", null);

    /** By day and country, in a segment for each day. */
    static final AggregateSpec DAYS = new AggregateSpec("silver", "days", null,
            "quantity < 900", List.of("quantity"), List.of("country", "day"), MEASURES, DERIVED,
            "processed_at", "day");

    /** What the engine gets compiled from SQL, here in Java. */
    static final RowExpressions EXPRESSIONS = new RowExpressions() {
        @Override
        public boolean accepts(Object[] silverRow) {
            return silverRow[3] != null && (Integer) silverRow[3] < 900;
        }

        @Override
        public Object[] derive(Object[] row) {
            return new Object[] {salesOf(row) >= 3};
        }
    };

    private WindowSample() {}

    /** The count is the first measure of both aggregates. */
    private static long salesOf(Object[] row) {
        return (Long) row[row.length - MEASURES.size()];
    }

    /** Rows in no order; `days` is how many days they are spread over. */
    static List<Object[]> random(Random random, int count, int days) {
        List<Object[]> rows = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            long day = FIRST_DAY + random.nextInt(days);
            rows.add(new Object[] {
                random.nextInt(40) == 0 ? null : "day " + (1000 + day),
                random.nextInt(8) == 0 ? null : "C" + random.nextInt(3),
                random.nextInt(6) == 0
                        ? null : BigDecimal.valueOf(random.nextInt(20_000) - 5_000, 2),
                random.nextInt(6) == 0 ? null : random.nextInt(1000),
                random.nextInt(6) == 0 ? null : random.nextInt(50_000),
                random.nextInt(20) == 0
                        ? null : day * DAY_MICROS + random.nextInt(24 * 7) * HOUR_MICROS / 7 + each,
                switch (random.nextInt(6)) {
                    case 0 -> "SR-8;" + WINDOWS.lateMark();
                    case 1 -> WINDOWS.lateMark() + "_2;SR-8";
                    default -> null;
                },
            });
        }
        return rows;
    }
}
