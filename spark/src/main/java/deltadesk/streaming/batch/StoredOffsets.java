package deltadesk.streaming.batch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import deltadesk.definition.EngineColumns;
import deltadesk.streaming.source.Checkpoint;
import deltadesk.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a new checkpoint finds in tables that are there already, kept beside it: for each table the
 * next offset of each partition. Records that a table holds are not stored there again, so that a
 * checkpoint that was reset doubles nothing (floor S2-16), wherever the old one had stopped.
 */
public final class StoredOffsets {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMPLETE = "complete";

    private final SortedMap<String, SortedMap<String, Long>> nextByTable;

    private StoredOffsets(SortedMap<String, SortedMap<String, Long>> nextByTable) {
        this.nextByTable = nextByTable;
    }

    /** Reads what was found when the checkpoint was new, or finds it when it is new now. */
    public static StoredOffsets of(Checkpoint checkpoint, PackTables tables) {
        Path file = checkpoint.folder().resolve("stored-offsets.json");
        try {
            if (Files.exists(file)) {
                return new StoredOffsets(JSON.readValue(file.toFile(), new TypeReference<>() { }));
            }
            StoredOffsets found = checkpoint.latestPlanned().isPresent()
                    ? new StoredOffsets(new TreeMap<>()) : find(tables);
            if (!found.isEmpty()) {
                Files.createDirectories(file.getParent());
                Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
                JSON.writeValue(unfinished.toFile(), found.nextByTable);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return found;
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be used.", failure);
        }
    }

    private static StoredOffsets find(PackTables tables) {
        SortedMap<String, SortedMap<String, Long>> nextByTable = new TreeMap<>();
        // What the journal has noted is in all tables; what came after, be it the first batch of
        // all, may be in some of them and not in others.
        nextByTable.put(COMPLETE, BatchJournal.endOffsets(tables.batches, tables.pack));
        for (DeltaTable table : tables.offsetTables()) {
            nextByTable.put(table.name(), nextOffsets(table, tables.pack));
        }
        boolean isEmpty = nextByTable.values().stream().allMatch(Map::isEmpty);
        return new StoredOffsets(isEmpty ? new TreeMap<>() : nextByTable);
    }

    private static SortedMap<String, Long> nextOffsets(DeltaTable table, String pack) {
        SortedMap<String, Long> next = new TreeMap<>();
        boolean isShared = table.name().startsWith("quality.");
        int packIndex = isShared ? table.schema().indexOf("pack") : -1;
        int partition = table.schema().indexOf(EngineColumns.KAFKA_PARTITION);
        int offset = table.schema().indexOf(EngineColumns.KAFKA_OFFSET);
        Set<String> columns = isShared
                ? Set.of("pack", EngineColumns.KAFKA_PARTITION, EngineColumns.KAFKA_OFFSET)
                : Set.of(EngineColumns.KAFKA_PARTITION, EngineColumns.KAFKA_OFFSET);
        table.forEachRow(columns, row -> {
            if (!isShared || pack.equals(row[packIndex])) {
                next.merge(row[partition].toString(), (Long) row[offset] + 1, Math::max);
            }
        });
        return next;
    }

    /** True when the tables were empty, or the checkpoint is their own. */
    public boolean isEmpty() {
        return nextByTable.isEmpty();
    }

    /** For each partition the offset up to which every table is complete. */
    public Map<String, Long> complete() {
        return nextByTable.getOrDefault(COMPLETE, new TreeMap<>());
    }

    /** Whether no record from these offsets on can be in a table already. */
    boolean isBefore(Map<String, Long> startOffsets) {
        return nextByTable.values().stream().flatMap(next -> next.entrySet().stream())
                .allMatch(next -> next.getValue() <= startOffsets.getOrDefault(next.getKey(), 0L));
    }

    /** Those of the rows that the table did not hold when the checkpoint was new. */
    List<Object[]> newRows(DeltaTable table, List<Object[]> rows) {
        if (isEmpty() || rows.isEmpty()) {
            return rows;
        }
        Map<String, Long> own = nextByTable.getOrDefault(table.name(), new TreeMap<>());
        int partition = table.schema().indexOf(EngineColumns.KAFKA_PARTITION);
        int offset = table.schema().indexOf(EngineColumns.KAFKA_OFFSET);
        return rows.stream().filter(row -> {
            String of = row[partition].toString();
            return (Long) row[offset] >= Math.max(
                    own.getOrDefault(of, 0L), complete().getOrDefault(of, 0L));
        }).toList();
    }
}
