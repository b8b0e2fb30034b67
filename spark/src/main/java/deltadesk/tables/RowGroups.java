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
                Object[] key = new Object[indexes.length];
                for (int each = 0; each < indexes.length; each++) {
                    if ("".equals(row[indexes[each]])) {
                        row[indexes[each]] = null;
                    }
                    key[each] = row[indexes[each]];
                }
                group = groups.computeIfAbsent(Arrays.asList(key), none -> new ArrayList<>());
            }
            group.add(row);
            before = row;
        }
        return groups.values();
    }

    private static boolean isSame(Object[] before, Object[] row, int[] indexes) {
        for (int index : indexes) {
            if (!Objects.equals(before[index], row[index])) {
                return false;
            }
        }
        return true;
    }
}
