package deltadesk.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which batch of a checkpoint uses which definition: `definitions/<first batch id>.json`. A batch
 * that was planned before a restart is replayed with the definition it was planned with.
 */
public final class DefinitionHistory {
    private final Path folder;

    /** `checkpoint` is the query's checkpoint folder. */
    public DefinitionHistory(Path checkpoint) {
        this.folder = checkpoint.resolve("definitions");
    }

    /**
     * Makes `current` the definition from `nextBatchId` on (the first batch that is not planned
     * yet) and returns the definitions by first batch id: `current`, and with `pending` (the batch
     * before is planned but not committed) also the one that this batch was planned with. Throws
     * {@link DefinitionException} when the definition before had fields that `current` gives up
     * without saying so.
     */
    public NavigableMap<Long, ResolvedDefinition> take(
            ResolvedDefinition current, long nextBatchId, boolean pending) {
        try {
            Files.createDirectories(folder);
            TreeMap<Long, Path> files = list();
            files.tailMap(nextBatchId, true).clear();
            TreeMap<Long, ResolvedDefinition> definitions = new TreeMap<>();
            Map.Entry<Long, Path> last = files.lastEntry();
            String lastJson = last == null ? null : Files.readString(last.getValue());
            if (current.json().equals(lastJson)) {
                Files.deleteIfExists(folder.resolve(nextBatchId + ".json"));
                definitions.put(last.getKey(), current);
                return definitions;
            }
            if (last != null) {
                FieldCompatibility.check(lastJson, current.stream());
            }
            if (pending && last != null) {
                definitions.put(last.getKey(),
                        ResolvedDefinition.parse(last.getValue().toString(), lastJson));
            }
            write(folder.resolve(nextBatchId + ".json"), current.json());
            definitions.put(nextBatchId, current);
            return definitions;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private TreeMap<Long, Path> list() throws IOException {
        TreeMap<Long, Path> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            paths.forEach(path -> {
                String name = path.getFileName().toString();
                if (name.matches("\\d+\\.json")) {
                    files.put(Long.parseLong(name.substring(0, name.length() - 5)), path);
                }
            });
        }
        return files;
    }

    private static void write(Path file, String json) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(unfinished, json);
        Files.move(unfinished, file,
                StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
