package deltadesk.streaming.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import deltadesk.streaming.source.PlannedBatch;
import deltadesk.tables.DataFile;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.TableSchema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
     * passed over. Files are read from that with the newest time on, until the others tell that
     * they hold none: usually one, however many batches there were.
     */
    Long maxEventTimeBefore(long batchId) {
        List<DataFile> files = new ArrayList<>(filesOf(table, pack).stream()
                .filter(file -> !file.hasOnlyNull("max_event_time")).toList());
        files.sort(Comparator.comparingLong(BatchJournal::newestTime).reversed());
        Long[] newest = {null};
        Set<String> columns = Set.of("pack", "query_id", "batch_id", "max_event_time");
        for (DataFile file : files) {
            if (newest[0] != null && newestTime(file) <= newest[0]) {
                break;
            }
            table.forEachRow(List.of(file), columns, row -> {
                boolean isItself =
                        queryId.equals(row[QUERY_ID]) && (Long) row[BATCH_ID] >= batchId;
                Long time = (Long) row[MAX_EVENT_TIME];
                if (pack.equals(row[PACK]) && !isItself && time != null
                        && (newest[0] == null || time > newest[0])) {
                    newest[0] = time;
                }
            });
        }
        return newest[0];
    }

    private static List<DataFile> filesOf(DeltaTable batches, String pack) {
        return batches.dataFiles().stream().filter(file -> file.mayHold("pack", pack)).toList();
    }

    /** No row of the file has a later time: statistics leave out what is below a millisecond. */
    private static long newestTime(DataFile file) {
        String greatest = file.greatest("max_event_time");
        return greatest == null ? Long.MAX_VALUE
                : ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(greatest)) + 999;
    }

    /**
     * For each partition the offset up to which batches of a pack went; empty when there was none.
     * Of each query the newest batch is the one that went furthest.
     */
    static SortedMap<String, Long> endOffsets(DeltaTable batches, String pack) {
        record Newest(long batchId, String offsets) {}
        Map<String, Newest> newestByQuery = new HashMap<>();
        int offsets = SCHEMA.indexOf("end_offsets");
        batches.forEachRow(filesOf(batches, pack),
                Set.of("pack", "query_id", "batch_id", "end_offsets"), row -> {
                    if (pack.equals(row[PACK])) {
                        newestByQuery.merge((String) row[QUERY_ID],
                                new Newest((Long) row[BATCH_ID], (String) row[offsets]),
                                (one, other) -> one.batchId() > other.batchId() ? one : other);
                    }
                });
        SortedMap<String, Long> next = new TreeMap<>();
        newestByQuery.values().forEach(newest -> parse(newest.offsets()).forEach(
                (partition, end) -> next.merge(partition, end, Math::max)));
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
