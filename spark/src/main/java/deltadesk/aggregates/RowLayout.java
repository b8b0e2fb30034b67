package deltadesk.aggregates;

import deltadesk.definition.EngineColumns;
import deltadesk.tables.ColumnSpec;
import deltadesk.tables.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Where everything stands in a row of Silver and in a row of the aggregate: what a row of Silver
 * belongs to and adds, and how a group becomes a row and a row a group. A group's key is the start
 * of its window, if there are windows, and the values of the keys.
 */
final class RowLayout {
    /** Of a 64-bit JVM: the entry, the key's list, the group and its array. */
    private static final int GROUP_BYTES = 150;
    /** A reference and a small object. */
    private static final int VALUE_BYTES = 32;
    private final AggregateSpec spec;
    private final int windowIndex;
    private final int warningsIndex;
    private final int[] keyIndexes;
    private final Measure[] measures;
    /** Silver's column of each measure, -1 where rows are counted. */
    private final int[] valueIndexes;
    private final int windowColumns;
    private final int columnCount;

    RowLayout(AggregateSpec spec, TableSchema silver) {
        this.spec = spec;
        boolean hasWindow = spec.window() != null;
        windowIndex = hasWindow ? silver.indexOf(spec.window().column()) : -1;
        warningsIndex = hasWindow && spec.window().watermarkDelayMicros().isPresent()
                ? silver.indexOf(EngineColumns.DQ_WARNINGS) : -1;
        windowColumns = spec.windowColumns().size();
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
        columnCount = spec.schema(silver).columns().size();
    }

    /** The columns of Silver that are looked at. */
    Set<String> silverColumns() {
        Set<String> columns = new LinkedHashSet<>(spec.keys());
        spec.measures().stream().map(MeasureSpec::column).filter(Objects::nonNull)
                .forEach(columns::add);
        columns.addAll(spec.filterColumns());
        if (windowIndex >= 0) {
            columns.add(spec.window().column());
        }
        if (warningsIndex >= 0) {
            columns.add(EngineColumns.DQ_WARNINGS);
        }
        return columns;
    }

    /** The group of a row of Silver; null for a row without time, and for one that is late. */
    List<Object> keyOf(Object[] silverRow) {
        int first = windowIndex >= 0 ? 1 : 0;
        Object[] key = new Object[first + keyIndexes.length];
        if (windowIndex >= 0) {
            Long time = (Long) silverRow[windowIndex];
            if (time == null || isMarkedLate(silverRow)) {
                return null;
            }
            key[0] = spec.window().startOf(time);
        }
        for (int each = 0; each < keyIndexes.length; each++) {
            key[first + each] = silverRow[keyIndexes[each]];
        }
        return Arrays.asList(key);
    }

    private boolean isMarkedLate(Object[] silverRow) {
        String warnings = warningsIndex < 0 ? null : (String) silverRow[warningsIndex];
        return warnings != null && warnings.contains(spec.lateMark())
                && Arrays.asList(warnings.split(";")).contains(spec.lateMark());
    }

    /** How the aggregate is cut into segments. */
    SegmentNames segmentNames() {
        return new SegmentNames(spec);
    }

    /** Takes a row of Silver into its group; whether the group is different now. */
    boolean fold(List<Object> key, GroupState group, Object[] silverRow) {
        boolean isChanged = false;
        for (int each = 0; each < measures.length; each++) {
            Object value = valueIndexes[each] < 0 ? Boolean.TRUE : silverRow[valueIndexes[each]];
            if (value != null) {
                Object before = group.states[each];
                try {
                    group.states[each] = measures[each].fold(before, value);
                } catch (ArithmeticException overflow) {
                    throw overflow(key, each, overflow);
                }
                isChanged |= !group.states[each].equals(before);
            }
        }
        return isChanged;
    }

    private AggregateOverflowException overflow(
            List<Object> key, int measure, ArithmeticException cause) {
        return new AggregateOverflowException(
                spec.tableName(), spec.measures().get(measure), key, cause);
    }

    GroupState newGroup() {
        return new GroupState(new Object[measures.length], null);
    }

    /** About what a group takes of the heap, in bytes. */
    long heapBytes(List<Object> key, GroupState group) {
        long bytes = GROUP_BYTES + (long) VALUE_BYTES * (key.size() + measures.length);
        for (Object value : key) {
            bytes += value instanceof String text ? text.length() : 0;
        }
        for (int each = 0; each < measures.length; each++) {
            bytes += measures[each].heapBytes(group.states[each]);
        }
        return bytes;
    }

    /** A group's row; derived columns are computed anew, hidden state is written with it. */
    Object[] toRow(List<Object> key, GroupState group, RowExpressions expressions) {
        List<Object> row = new ArrayList<>(columnCount);
        if (windowIndex >= 0) {
            row.add(key.get(0));
            if (windowColumns > 1) {
                row.add((Long) key.get(0) + spec.window().sizeMicros());
            }
        }
        row.addAll(key.subList(windowIndex >= 0 ? 1 : 0, key.size()));
        byte[][] hidden = new byte[measures.length][];
        for (int each = 0; each < measures.length; each++) {
            try {
                row.add(measures[each].toColumn(group.states[each]));
            } catch (ArithmeticException overflow) {
                throw overflow(key, each, overflow);
            }
            hidden[each] = measures[each].toHidden(group.states[each]);
        }
        if (!spec.derived().isEmpty()) {
            row.addAll(Arrays.asList(expressions.derive(row.toArray())));
        }
        if (spec.processedAtColumn() != null) {
            row.add(group.processedAtMicros);
        }
        if (spec.hasState()) {
            row.add(HiddenState.encode(hidden));
        }
        return row.toArray();
    }

    List<Object> keyOfRow(Object[] row) {
        Object[] key = new Object[(windowIndex >= 0 ? 1 : 0) + keyIndexes.length];
        if (windowIndex >= 0) {
            key[0] = row[0];
        }
        System.arraycopy(
                row, windowColumns, key, key.length - keyIndexes.length, keyIndexes.length);
        return Arrays.asList(key);
    }

    GroupState groupOfRow(Object[] row) {
        GroupState group = newGroup();
        byte[][] hidden = spec.hasState()
                ? HiddenState.decode((byte[]) row[columnCount - 1], measures.length)
                : new byte[measures.length][];
        int first = windowColumns + keyIndexes.length;
        for (int each = 0; each < measures.length; each++) {
            group.states[each] = measures[each].restore(row[first + each], hidden[each]);
        }
        if (spec.processedAtColumn() != null) {
            group.processedAtMicros = (Long) row[columnCount - (spec.hasState() ? 2 : 1)];
        }
        return group;
    }
}
