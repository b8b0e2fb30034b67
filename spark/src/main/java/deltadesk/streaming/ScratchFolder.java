package deltadesk.streaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where Spark puts its temporary files: a new folder among those of this process
 * ({@code java.io.tmpdir}). What a killed job leaves there is removed by whoever started it.
 */
record ScratchFolder(Path path) implements AutoCloseable {
    static ScratchFolder create() {
        try {
            return new ScratchFolder(Files.createTempDirectory("deltadesk-"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes it, as far as nothing in it is open any more. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            deepestFirst.forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException left) {
            // Nothing depends on it.
        }
    }
}
