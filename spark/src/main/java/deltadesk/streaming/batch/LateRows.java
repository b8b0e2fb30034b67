package deltadesk.streaming.batch;

import deltadesk.aggregates.AggregateSpec;
import deltadesk.aggregates.WindowSpec;
import deltadesk.definition.EngineColumns;
import deltadesk.definition.StreamDefinition;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.TableCommit;
import deltadesk.tables.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Marks rows of Silver whose window has closed in a window table: `late:<layer>.<table>` joins
 * their warnings, and that table leaves them out for good (floor 5, event time rules). The batch's
 * own definition decides, not today's: a replay judges as the first run did.
 */
final class LateRows {
    private static final String PREFIX = "late:";
    private final List<AggregateSpec> windowTables;
    private final TableSchema silver;
    private final int warnings;
    private final int eventTime;

    LateRows(StreamDefinition stream, TableSchema silver) {
        windowTables = stream.aggregates().stream()
                .map(aggregate -> AggregateSpecs.of(aggregate, stream.silver()))
                .filter(spec -> spec.window() != null
                        && spec.window().watermarkDelayMicros().isPresent())
                .toList();
        this.silver = silver;
        warnings = silver.indexOf(EngineColumns.DQ_WARNINGS);
        eventTime = silver.indexOf(stream.eventTimeField());
    }

    /** The latest event time among the rows and `before`; null when there is none. */
    Long maxEventTime(Long before, List<Object[]> rows) {
        Long newest = before;
        for (Object[] row : rows) {
            Long time = (Long) row[eventTime];
            if (time != null && (newest == null || time > newest)) {
                newest = time;
            }
        }
        return newest;
    }

    /** Marks the rows; `maxEventTimeBefore` is that of all batches before, null for none. */
    void mark(List<Object[]> rows, Long maxEventTimeBefore) {
        if (maxEventTimeBefore == null) {
            return;
        }
        for (AggregateSpec table : windowTables) {
            WindowSpec window = table.window();
            int column = silver.indexOf(window.column());
            long watermark = maxEventTimeBefore - window.watermarkDelayMicros().getAsLong();
            for (Object[] row : rows) {
                Long time = (Long) row[column];
                if (time != null && window.isClosed(time, watermark)) {
                    row[warnings] = row[warnings] == null
                            ? table.lateMark() : row[warnings] + ";" + table.lateMark();
                }
            }
        }
    }

    /** How many rows carry a mark. */
    int count(List<Object[]> rows) {
        int count = 0;
        for (Object[] row : rows) {
            String text = (String) row[warnings];
            if (text != null && text.contains(PREFIX) && isMarked(text)) {
                count++;
            }
        }
        return count;
    }

    /** The same of the rows that Silver got with that transaction, whose marks stay. */
    int count(DeltaTable silver, String appId, long transactionVersion) {
        long version = silver.version();
        TableCommit commit = silver.commit(version);
        // What came after it are compactions.
        while (!Objects.equals(commit.transactions().get(appId), transactionVersion)) {
            commit = silver.commit(--version);
        }
        List<Object[]> rows = new ArrayList<>();
        commit.forEachRow(Set.of(EngineColumns.DQ_WARNINGS), rows::add);
        return count(rows);
    }

    private boolean isMarked(String text) {
        return windowTables.stream().anyMatch(
                table -> (";" + text + ";").contains(";" + table.lateMark() + ";"));
    }
}
