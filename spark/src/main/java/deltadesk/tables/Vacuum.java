package deltadesk.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Finds, and deletes when told to, the data files that no version within the retention has: those
 * that compaction replaced, and those that a crash left without a commit. It walks through the
 * table's folder and reads the log of the retention, while batches go on: a file that is live at
 * the beginning is left alone, and one that comes later is too young.
 */
final class Vacuum {
    /** A file may wait that long for its commit, written by a task. */
    private static final Duration LONGEST_WRITE = Duration.ofHours(1);
    private final String name;
    private final Path folder;
    private final LogFiles log;
    private final VacuumWatch watch;

    Vacuum(String name, Path folder, VacuumWatch watch) {
        this.name = name;
        this.folder = folder;
        this.watch = watch;
        log = LogFiles.of(folder);
    }

    /** `live` are the files of version `newest`; see {@link TableUpkeep#vacuum}. */
    VacuumResult run(
            Collection<DataFile> live,
            long newest,
            Duration retention,
            long sparedFrom,
            boolean isDryRun) {
        long nowMs = System.currentTimeMillis();
        long oldest = log.oldest(newest);
        long youngest = log.oldestSince(nowMs - retention.toMillis(), newest);
        long first = Math.min(youngest, Math.max(sparedFrom, oldest));
        try {
            long writtenBeforeMs = nowMs - Math.max(retention.toMillis(), LONGEST_WRITE.toMillis());
            FilesOnDisk unneeded = FilesOnDisk.writtenBefore(writtenBeforeMs, folder);
            live.forEach(file -> unneeded.remove(file.in(folder)));
            spareRemovedSince(first, newest, unneeded);
            if (!isDryRun) {
                delete(unneeded);
            }
            return new VacuumResult(name, unneeded.files(), unneeded.bytes(), !isDryRun, newest,
                    Math.max(oldest, first - 1));
        } catch (IOException failure) {
            throw new UncheckedIOException("The files of " + name + " cannot be cleaned.", failure);
        }
    }

    /** What a version removed that is young, or not applied yet, was live just before it. */
    private void spareRemovedSince(long first, long newest, FilesOnDisk unneeded) {
        for (long version = first; version <= newest && !unneeded.isEmpty(); version++) {
            try {
                CommitFile.read(folder, version).removed()
                        .forEach(file -> unneeded.remove(file.in(folder)));
            } catch (VersionGoneException cleaned) {
                // The log was cleaned meanwhile: what was before that version cannot be read.
            }
            watch.reached(version - first + 1, newest - first + 1);
        }
    }

    /** Leaves in `unneeded` those that went: Windows deletes no file that a reader has open. */
    private void delete(FilesOnDisk unneeded) {
        List<Path> files = unneeded.files();
        for (int done = 0; done < files.size(); done++) {
            watch.reached(done, files.size());
            try {
                Files.deleteIfExists(files.get(done));
            } catch (IOException inUse) {
                // The next vacuum finds it again.
                unneeded.remove(files.get(done));
            }
        }
    }
}
