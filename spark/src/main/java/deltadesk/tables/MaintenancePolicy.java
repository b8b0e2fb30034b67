package deltadesk.tables;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What is kept of a table's past. `logRetention` null means what the table's property
 * `delta.logRetentionDuration` says, 30 days if nothing. `keepsRemovedFiles`: files that a version
 * replaced stay on disk for ever; otherwise they go together with the log of that version.
 * `cleanedUpTo` gives the newest version that may be cleaned.
 */
public record MaintenancePolicy(
        boolean compacts,
        Duration logRetention,
        boolean keepsRemovedFiles,
        LongSupplier cleanedUpTo) {
    /**
     * Row-level tables: compacted, no data file is ever deleted, every version of 30 days can be
     * read. At a commit a second these are 2.6 million small log files; opening such a table
     * takes no longer for it ({@link LogFiles}).
     */
    public static final MaintenancePolicy ROW_LEVEL =
            new MaintenancePolicy(true, null, true, () -> Long.MAX_VALUE);
    /**
     * Aggregates can be computed again: their past is kept for 24 hours. A version takes two files,
     * 1.6 kB of log and 3 kB of data on average: three commits a second of eight tables are 9.7 GB a
     * day, one every two seconds is 1.6 GB.
     */
    public static final MaintenancePolicy AGGREGATE = new MaintenancePolicy(
            false, Duration.ofHours(24), false, () -> Long.MAX_VALUE);

    /**
     * Row-level tables whose past beyond `retention` is given up. `appliedVersion` is the version
     * that everything derived from the table contains: what came later is spared.
     */
    public static MaintenancePolicy vacuumed(Duration retention, LongSupplier appliedVersion) {
        return new MaintenancePolicy(true, retention, false, appliedVersion);
    }
}
