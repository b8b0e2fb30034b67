package deltadesk.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds, and deletes when told to, the data files that no version within the retention has: those
 * that compaction replaced, and those that a crash left without a commit. It walks through the
 * table's folder and reads the log of the retention: for a command, not for every batch.
 */
final class Vacuum {
    /** A file may wait that long for its commit, written by a task. */
    private static final Duration LONGEST_WRITE = Duration.ofHours(1);
    private final TableParts table;

    Vacuum(TableParts table) {
        this.table = table;
    }

    /** See {@link DeltaTable#vacuum}. */
    VacuumResult run(Duration retention, long sparedFrom, boolean isDryRun) {
        long nowMs = System.currentTimeMillis();
        Set<Path> needed = needed(nowMs - retention.toMillis(), sparedFrom);
        long writtenBeforeMs =
                nowMs - Math.max(retention.toMillis(), LONGEST_WRITE.toMillis());
        List<Path> unneeded = new ArrayList<>();
        long bytes = 0;
        try (Stream<Path> files = Files.walk(table.folder())) {
            for (Path file : (Iterable<Path>) files.filter(this::isDataFile)::iterator) {
                if (!needed.contains(file)
                        && Files.getLastModifiedTime(file).toMillis() < writtenBeforeMs) {
                    unneeded.add(file);
                    bytes += Files.size(file);
                }
            }
            if (!isDryRun) {
                for (Path file : unneeded) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The files of " + table.name() + " cannot be cleaned.", failure);
        }
        return new VacuumResult(table.name(), List.copyOf(unneeded), bytes, !isDryRun);
    }

    /** Live files, and those that a version removed which is young or not applied yet. */
    private Set<Path> needed(long sinceMs, long sparedFrom) {
        Set<Path> needed = new HashSet<>();
        table.files().live().all().forEach(file -> needed.add(file.in(table.folder())));
        LogFiles log = LogFiles.of(table.folder());
        long newest = table.log().snapshot().getVersion();
        long first = Math.min(
                log.oldestSince(sinceMs, newest), Math.max(sparedFrom, log.oldest(newest)));
        for (long version = first; version <= newest; version++) {
            CommitFile.read(table.folder(), version).removed()
                    .forEach(file -> needed.add(file.in(table.folder())));
        }
        return needed;
    }

    /** As the Delta protocol has it, names that begin with `_` or `.` are not the table's. */
    private boolean isDataFile(Path file) {
        for (Path part : table.folder().relativize(file)) {
            String name = part.toString();
            if (name.startsWith(".") || name.startsWith("_") && !name.contains("=")) {
                return false;
            }
        }
        return file.getFileName().toString().endsWith(".parquet") && Files.isRegularFile(file);
    }
}
