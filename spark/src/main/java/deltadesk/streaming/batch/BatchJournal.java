package deltadesk.streaming.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import deltadesk.streaming.source.PlannedBatch;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table `quality.batches`: one row for each micro-batch of each pack, with the watermark that
 * judged it and the newest event time after it. What decides about lateness is read from here, so
 * a replay decides as the first time (floor 5).
 */
final class BatchJournal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TableSchema SCHEMA = QualityTables.BATCHES;
    private static final int PACK = SCHEMA.indexOf("pack");
    private static final int QUERY_ID = SCHEMA.indexOf("query_id");
    private static final int BATCH_ID = SCHEMA.indexOf("batch_id");
    private static final int MAX_EVENT_TIME = SCHEMA.indexOf("max_event_time");

    private final DeltaTable table;
    private final String pack;
    private final String queryId;

    BatchJournal(DeltaTable table, String pack, String queryId) {
        this.table = table;
        this.pack = pack;
        this.queryId = queryId;
    }

    /**
     * The newest event time that the pack's Silver had accepted before this batch, microseconds
     * since 1970 UTC; null when there was none. A row of the batch itself, left by a crash, is
     * passed over.
     */
    Long maxEventTimeBefore(long batchId) {
        Long[] newest = {null};
        Set<String> columns = Set.of("pack", "query_id", "batch_id", "max_event_time");
        table.forEachRow(columns, row -> {
            boolean isItself = queryId.equals(row[QUERY_ID]) && (Long) row[BATCH_ID] >= batchId;
            Long time = (Long) row[MAX_EVENT_TIME];
            if (pack.equals(row[PACK]) && !isItself && time != null
                    && (newest[0] == null || time > newest[0])) {
                newest[0] = time;
            }
        });
        return newest[0];
    }

    /** For each partition the end of the newest batch of a pack; empty when there was none. */
    static SortedMap<String, Long> endOffsets(DeltaTable batches, String pack) {
        SortedMap<String, Long> next = new TreeMap<>();
        int offsets = SCHEMA.indexOf("end_offsets");
        batches.forEachRow(Set.of("pack", "end_offsets"), row -> {
            if (pack.equals(row[PACK])) {
                parse((String) row[offsets]).forEach(
                        (partition, end) -> next.merge(partition, end, Math::max));
            }
        });
        return next;
    }

    private static Map<String, Long> parse(String offsets) {
        try {
            return JSON.readValue(offsets, new TypeReference<>() { });
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(
                    "The table quality.batches holds no offsets: " + offsets, damaged);
        }
    }

    /** What a batch came to; times are microseconds since 1970 UTC, null when there is none. */
    record Entry(
            long silverVersion,
            Long watermarkMicros,
            Long maxEventTimeMicros,
            BatchCounts counts) {}

    /** Notes the batch, once. */
    void append(PlannedBatch batch, Entry entry) {
        BatchCounts counts = entry.counts();
        List<Object[]> row = new ArrayList<>();
        row.add(new Object[] {
            pack, queryId, batch.batchId(), entry.silverVersion(), entry.watermarkMicros(),
            entry.maxEventTimeMicros(), (long) counts.input(), (long) counts.bronze(),
            (long) counts.silver(), (long) counts.duplicates(), (long) counts.rejectedParse(),
            (long) counts.rejectedSchema(), (long) counts.rejectedRule(), (long) counts.late(),
            text(batch.startOffsets()), text(batch.endOffsets()), batch.plannedAtMicros(),
        });
        table.append(queryId, batch.batchId(), row);
    }

    private static String text(Map<String, Long> offsets) {
        try {
            return JSON.writeValueAsString(offsets);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
