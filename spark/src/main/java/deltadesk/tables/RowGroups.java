package deltadesk.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows by the values of their partition columns: one group becomes one file. */
final class RowGroups {
    private RowGroups() {}

    /**
     * Groups in order of their first row, rows in the order given. Empty text in a partition
     * column becomes null in the row itself: the protocol cannot tell them apart, so the row equals
     * what will be read back.
     */
    static Collection<List<Object[]>> byPartition(List<Object[]> rows, KernelSchema schema) {
        int[] indexes = schema.partitionIndexes();
        if (rows.isEmpty()) {
            return List.of();
        }
        if (indexes.length == 0) {
            return List.of(rows);
        }
        Map<List<Object>, List<Object[]>> groups = new LinkedHashMap<>();
        Object[] before = null;
        List<Object[]> group = null;
        for (Object[] row : rows) {
            // Most rows are of the same day as the one before: no map is asked for them.
            if (before == null || !isSame(before, row, indexes)) {
                emptyToNull(row, indexes);
                Object[] key = Arrays.stream(indexes).mapToObj(index -> row[index]).toArray();
                group = groups.computeIfAbsent(Arrays.asList(key), none -> new ArrayList<>());
            }
            group.add(row);
            before = row;
        }
        return groups.values();
    }

    /** Empty text in a partition column becomes null, in the row itself: see above. */
    static void emptyToNull(Object[] row, int[] indexes) {
        for (int index : indexes) {
            if ("".equals(row[index])) {
                row[index] = null;
            }
        }
    }

    /** Whether two rows belong into one file. */
    static boolean isSame(Object[] before, Object[] row, int[] indexes) {
        for (int index : indexes) {
            if (!Objects.equals(before[index], row[index])) {
                return false;
            }
        }
        return true;
    }
}
