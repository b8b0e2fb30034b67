package deltadesk.streaming.batch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deltadesk.definition.EngineColumns;
import deltadesk.streaming.source.Checkpoint;
import deltadesk.tables.DataFile;
import deltadesk.tables.DeltaTable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a new checkpoint finds in tables that are there already, kept beside it, so that a
 * checkpoint that was reset doubles nothing (floor S2-16), wherever the old one had stopped. What
 * lies before the end of the newest journalled batch is in all tables; of what lies behind it, part
 * of one batch that was cut short, each table tells the offsets that it holds.
 */
public final class StoredOffsets implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The tables that together hold a row for every offset, some of them several. */
    enum Place { BRONZE, REJECTED, DUPLICATES, SILVER }

    private final SortedMap<String, Long> complete;
    private final Map<Place, HeldOffsets> held;

    private StoredOffsets(SortedMap<String, Long> complete, Map<Place, HeldOffsets> held) {
        this.complete = complete;
        this.held = held;
    }

    /** Reads what was found when the checkpoint was new, or finds it when it is new now. */
    public static StoredOffsets of(Checkpoint checkpoint, PackTables tables) {
        Path file = checkpoint.folder().resolve("stored-offsets.json");
        try {
            JsonNode known = Files.exists(file) ? JSON.readTree(file.toFile()) : null;
            if (known != null && known.has("held")) {
                return new StoredOffsets(
                        JSON.convertValue(known.get("complete"), new TypeReference<>() { }),
                        JSON.convertValue(known.get("held"), new TypeReference<>() { }));
            }
            // An elder release kept less in that file: what the tables hold now tells as much.
            if (known == null && checkpoint.latestPlanned().isPresent()) {
                return new StoredOffsets(new TreeMap<>(), Map.of());
            }
            StoredOffsets found = find(tables);
            if (!found.isEmpty()) {
                Files.createDirectories(file.getParent());
                Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
                JSON.writeValue(unfinished.toFile(),
                        Map.of("complete", found.complete, "held", found.held));
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return found;
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be used.", failure);
        }
    }

    private static StoredOffsets find(PackTables tables) {
        SortedMap<String, Long> complete = BatchJournal.endOffsets(tables.batches, tables.pack);
        Map<Place, HeldOffsets> held = new TreeMap<>();
        tables.offsetTables().forEach((place, table) ->
                held.put(place, heldBehind(complete, table, tables.pack)));
        return new StoredOffsets(complete, held);
    }

    private static HeldOffsets heldBehind(
            Map<String, Long> complete, DeltaTable table, String pack) {
        HeldOffsets held = new HeldOffsets();
        boolean isShared = table.name().startsWith("quality.");
        int packIndex = isShared ? table.schema().indexOf("pack") : -1;
        int partition = table.schema().indexOf(EngineColumns.KAFKA_PARTITION);
        int offset = table.schema().indexOf(EngineColumns.KAFKA_OFFSET);
        Set<String> columns = new HashSet<>(
                Set.of(EngineColumns.KAFKA_PARTITION, EngineColumns.KAFKA_OFFSET));
        if (isShared) {
            columns.add("pack");
        }
        long least = complete.values().stream().mapToLong(Long::longValue).min().orElse(0);
        List<DataFile> files = table.dataFiles().stream().filter(file -> {
            String greatest = file.greatest(EngineColumns.KAFKA_OFFSET);
            return greatest == null || Long.parseLong(greatest) >= least;
        }).toList();
        table.forEachRow(files, columns, row -> {
            String of = row[partition].toString();
            if ((!isShared || pack.equals(row[packIndex]))
                    && (Long) row[offset] >= complete.getOrDefault(of, 0L)) {
                held.add(of, (Long) row[offset]);
            }
        });
        return held;
    }

    /** True when the tables were empty, or the checkpoint is their own. */
    public boolean isEmpty() {
        return complete.isEmpty() && held.values().stream().allMatch(HeldOffsets::isEmpty);
    }

    /** For each partition the offset up to which every table is complete. */
    public Map<String, Long> complete() {
        return complete;
    }

    /** Whether no record from these offsets on can be in a table already. */
    boolean isBefore(Map<String, Long> startOffsets) {
        return complete.entrySet().stream().allMatch(
                        end -> end.getValue() <= startOffsets.getOrDefault(end.getKey(), 0L))
                && held.values().stream().allMatch(each -> each.areBefore(startOffsets));
    }

    /** Whether every table is complete there. */
    boolean isComplete(String partition, long offset) {
        return offset < complete.getOrDefault(partition, 0L);
    }

    /** Whether a table has a row of an offset behind that. */
    boolean isHeld(Place place, String partition, long offset) {
        return held.containsKey(place) && held.get(place).holds(partition, offset);
    }
}
