package deltadesk.aggregates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The aggregates of {@link WindowSample} by collections and plain arithmetic. */
final class PlainRecompute {
    private PlainRecompute() {}

    /** Rows as text, without time and hidden state, sorted. */
    static List<String> of(AggregateSpec spec, List<Object[]> silver) {
        Map<List<Object>, List<Object[]>> groups = new HashMap<>();
        for (Object[] row : silver) {
            boolean counts = row[3] != null && (Integer) row[3] < 900;
            if (counts && spec.window() == null) {
                group(groups, row, row[1], row[0]);
            } else if (counts && row[5] != null && !isLate(spec, row)) {
                long size = spec.window().sizeMicros();
                long start = Math.floorDiv((Long) row[5], size) * size;
                group(groups, row, start, start + size, row[1]);
            }
        }
        return groups.entrySet().stream().map(each -> text(each.getKey(), each.getValue()))
                .sorted().toList();
    }

    private static void group(
            Map<List<Object>, List<Object[]>> groups, Object[] row, Object... key) {
        groups.computeIfAbsent(Arrays.asList(key), absent -> new ArrayList<>()).add(row);
    }

    private static boolean isLate(AggregateSpec spec, Object[] row) {
        return row[6] != null && spec.window().watermarkDelayMicros().isPresent()
                && List.of(((String) row[6]).split(";")).contains(spec.lateMark());
    }

    private static String text(List<Object> key, List<Object[]> rows) {
        List<BigDecimal> amounts = rows.stream().map(row -> (BigDecimal) row[2])
                .filter(Objects::nonNull).toList();
        BigDecimal pieces = rows.stream().map(row -> new BigDecimal((Integer) row[3]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal revenue = amounts.stream().reduce(BigDecimal::add).orElse(null);
        long customers = rows.stream().map(row -> row[4]).filter(Objects::nonNull).distinct()
                .count();
        return "%s: %d, %s, %s, %s, %d, %s, %s".formatted(key, rows.size(), revenue,
                revenue == null ? null : mean(revenue, amounts.size(), 2),
                mean(pieces, rows.size(), 1), customers,
                amounts.stream().min(Comparator.naturalOrder()).orElse(null), rows.size() >= 3);
    }

    private static BigDecimal mean(BigDecimal sum, int count, int scale) {
        return sum.divide(BigDecimal.valueOf(count), scale, RoundingMode.HALF_UP);
    }

    /** A published or recomputed row of the same aggregates, likewise. */
    static List<String> texts(AggregateSpec spec, List<Object[]> rows) {
        int keys = spec.windowColumns().size() + spec.keys().size();
        return rows.stream().map(row -> Arrays.asList(row).subList(0, keys) + ": "
                + Arrays.toString(Arrays.copyOfRange(row, keys, keys + 7))
                        .replaceAll("[\\[\\]]", ""))
                .sorted().toList();
    }
}
