package deltadesk.streaming.layers;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where a batch's rows of Silver and the refused ones lie when they are too many for the driver's
 * memory; it travels to the tasks. Of each task `blockBytes`, and one row more, go to the driver:
 * the rows before them are in files here, in blocks of that size, to be read one at a time.
 */
public record SpillFolder(String path, int blockBytes) implements Serializable {
    /** For whoever wants to look at the rows: all of them go to the driver. */
    static final SpillFolder NONE = new SpillFolder(null, Integer.MAX_VALUE);

    /** Writes a file; returns its path. */
    String write(RowBlock block) {
        Path file = Path.of(path, UUID.randomUUID() + ".rows");
        try {
            Files.createDirectories(file.getParent());
            block.writeTo(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "A batch's rows are too many for memory and cannot be kept in " + path + ".",
                    failure);
        }
        return file.toString();
    }

    /** A block that a task wrote. */
    static RowBlock read(String file) {
        try {
            return RowBlock.readFrom(Path.of(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("The rows in " + file + " cannot be read.", failure);
        }
    }

    /** Deletes what lies there, also what a job that was ended has left. */
    public void clear() {
        Path folder = Path.of(path);
        if (!Files.exists(folder)) {
            return;
        }
        try (var listed = Files.list(folder)) {
            for (Path file : listed.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException inUse) {
            // Nobody reads it any more: it goes with the next batch.
        }
    }
}
