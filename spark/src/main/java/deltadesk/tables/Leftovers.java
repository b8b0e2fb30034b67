package deltadesk.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The data files of a table that a job wrote and did not commit, since it ended in between. They
 * are younger than its last commit and older than the moment when this job opened the table.
 */
public final class Leftovers {
    private final DeltaTable table;
    private final TableParts parts;
    private final long committedAtMs;
    private final long openedAtMs;
    /** Empty until looked for. */
    private FilesOnDisk found = FilesOnDisk.none();

    /** Of a table of which nothing was written yet since it was opened. */
    Leftovers(DeltaTable table, TableParts parts) {
        this.table = table;
        this.parts = parts;
        committedAtMs = LogFiles.of(parts.folder())
                .committedAtMs(parts.log().snapshot().getVersion());
        openedAtMs = System.currentTimeMillis();
    }

    /**
     * Looks for them. A clock that was set back may let it find others too: what is being written
     * must be committed before {@link #delete}, which then spares it.
     */
    public void find() {
        try {
            found = FilesOnDisk.writtenBetween(committedAtMs, openedAtMs, parts.folder());
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The files of " + table.name() + " cannot be listed.", failure);
        }
    }

    /** Deletes those of the files found that no kept version has, and returns how many. */
    public int delete() {
        long newest;
        synchronized (table) {
            newest = parts.log().snapshot().getVersion();
            parts.files().live().all().forEach(file -> found.remove(file.in(parts.folder())));
        }
        long oldest = LogFiles.of(parts.folder()).oldest(newest);
        for (long version = oldest; version <= newest && !found.isEmpty(); version++) {
            try {
                CommitFile.read(parts.folder(), version).removed()
                        .forEach(file -> found.remove(file.in(parts.folder())));
            } catch (VersionGoneException cleaned) {
                // Its files went with it.
            }
        }
        int deleted = 0;
        for (Path file : found.files()) {
            try {
                deleted += Files.deleteIfExists(file) ? 1 : 0;
            } catch (IOException inUse) {
                // A vacuum finds it again.
            }
        }
        found = FilesOnDisk.none();
        return deleted;
    }
}
