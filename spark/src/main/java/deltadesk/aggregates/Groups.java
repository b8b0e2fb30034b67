package deltadesk.aggregates;

import deltadesk.tables.ColumnSpec;
import deltadesk.tables.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rows of an aggregate by key, and the one fold that makes them from rows of Silver. */
final class Groups {
    private final AggregateSpec spec;
    private final int[] keyIndexes;
    private final Measure[] measures;
    /** Silver's column of each measure, -1 where rows are counted. */
    private final int[] valueIndexes;
    private final Map<List<Object>, GroupState> byKey = new LinkedHashMap<>();
    private boolean isChanged;

    Groups(AggregateSpec spec, TableSchema silver) {
        this.spec = spec;
        keyIndexes = spec.keys().stream().mapToInt(silver::indexOf).toArray();
        int count = spec.measures().size();
        measures = new Measure[count];
        valueIndexes = new int[count];
        for (int each = 0; each < count; each++) {
            MeasureSpec measure = spec.measures().get(each);
            boolean hasColumn = measure.column() != null;
            valueIndexes[each] = hasColumn ? silver.indexOf(measure.column()) : -1;
            ColumnSpec column = hasColumn ? silver.columns().get(valueIndexes[each]) : null;
            measures[each] = Measures.of(spec.tableName(), measure, column);
        }
    }

    /** The columns of Silver that {@link #fold} looks at. */
    Set<String> silverColumns() {
        Set<String> columns = new LinkedHashSet<>(spec.keys());
        spec.measures().stream().map(MeasureSpec::column).filter(Objects::nonNull)
                .forEach(columns::add);
        return columns;
    }

    /** Takes in one row of Silver; {@link AggregateOverflowException} names what overflowed. */
    void fold(Object[] row) {
        Object[] values = new Object[keyIndexes.length];
        for (int each = 0; each < values.length; each++) {
            values[each] = row[keyIndexes[each]];
        }
        List<Object> key = Arrays.asList(values);
        GroupState group = byKey.get(key);
        if (group == null) {
            group = new GroupState(new Object[measures.length], null);
            byKey.put(key, group);
            markChanged(group);
        }
        for (int each = 0; each < measures.length; each++) {
            Object value = valueIndexes[each] < 0 ? Boolean.TRUE : row[valueIndexes[each]];
            if (value != null) {
                foldOne(key, group, each, value);
            }
        }
    }

    private void foldOne(List<Object> key, GroupState group, int each, Object value) {
        Object before = group.states[each];
        try {
            group.states[each] = measures[each].fold(before, value);
        } catch (ArithmeticException overflow) {
            throw new AggregateOverflowException(
                    spec.tableName(), spec.measures().get(each), key, overflow);
        }
        if (!group.states[each].equals(before)) {
            markChanged(group);
        }
    }

    private void markChanged(GroupState group) {
        group.isChanged = true;
        isChanged = true;
    }

    /** Takes in a row of the published table. */
    void restore(Object[] row) {
        Object[] states = new Object[measures.length];
        for (int each = 0; each < states.length; each++) {
            states[each] = measures[each].fromColumn(row[keyIndexes.length + each]);
        }
        byKey.put(
                Arrays.asList(Arrays.copyOf(row, keyIndexes.length)),
                new GroupState(states, (Long) row[row.length - 1]));
    }

    /** Takes over the times of those rows that are the same in `before`. */
    void compareWith(Groups before) {
        isChanged = byKey.size() != before.byKey.size();
        byKey.forEach((key, group) -> {
            GroupState earlier = before.byKey.get(key);
            group.isChanged = !group.hasSameStates(earlier);
            isChanged |= group.isChanged;
            if (!group.isChanged) {
                group.processedAtMicros = earlier.processedAtMicros;
            }
        });
    }

    /** Whether a row differs from what was last published. */
    boolean isChanged() {
        return isChanged;
    }

    /** Gives changed rows their time; from then on nothing is changed. */
    void publishAt(long processedAtMicros) {
        isChanged = false;
        for (GroupState group : byKey.values()) {
            if (group.isChanged) {
                group.processedAtMicros = processedAtMicros;
                group.isChanged = false;
            }
        }
    }

    /** The rows of the table. */
    List<Object[]> rows() {
        List<Object[]> rows = new ArrayList<>(byKey.size());
        byKey.forEach((key, group) -> {
            Object[] row = key.toArray(new Object[keyIndexes.length + measures.length + 1]);
            for (int each = 0; each < measures.length; each++) {
                row[keyIndexes.length + each] = measures[each].toColumn(group.states[each]);
            }
            row[row.length - 1] = group.processedAtMicros;
            rows.add(row);
        });
        return rows;
    }
}
