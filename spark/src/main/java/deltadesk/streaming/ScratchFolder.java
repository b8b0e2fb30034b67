package deltadesk.streaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where Spark puts its temporary files: a folder of this process's own in `parent`. */
record ScratchFolder(Path parent, Path own) {
    /** Makes the folder. */
    static ScratchFolder create(Path parent) {
        try {
            Path own = parent.resolve(Long.toString(ProcessHandle.current().pid()));
            return new ScratchFolder(parent, Files.createDirectories(own));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes what killed jobs left; only for a job that knows that no other one runs. */
    void removeOthers() {
        try (Stream<Path> folders = Files.list(parent)) {
            for (Path folder : folders.filter(each -> !each.equals(own)).toList()) {
                remove(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes this process's own; what is still open is left for the next job. */
    void removeOwn() {
        try {
            remove(own);
        } catch (IOException leftToTheNextJob) {
            // Nothing depends on it.
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        deepestFirst.forEach(file -> file.toFile().delete());
    }
}
