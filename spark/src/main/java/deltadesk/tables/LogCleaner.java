package deltadesk.tables;

import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.TableConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Deletes the oldest versions of a log, and the data files that they replaced where the policy says
 * so. A version goes when a later log checkpoint, itself older than the retention, takes its
 * place: every version that was current within the retention can still be read. Going version by
 * version from the oldest on needs no walk through folders and no memory of what was removed
 * when; a crash in between leaves nothing behind but the rest of the work.
 */
final class LogCleaner {
    private static final long RETRY_MS = 60_000;
    private final TableParts table;
    private final LogFiles log;
    /** Oldest kept version, -1 when not looked for yet. */
    private long oldest = -1;
    /** Where the search for the log checkpoint after it goes on. */
    private long search;
    /** The moment before which there is nothing to do. */
    private long idleUntilMs;

    LogCleaner(TableParts table) {
        this.table = table;
        log = LogFiles.of(table.folder());
    }

    /** Deletes until the moment given. */
    void run(MaintenancePolicy policy, long untilNanos) {
        long nowMs = System.currentTimeMillis();
        if (nowMs < idleUntilMs) {
            return;
        }
        SnapshotImpl snapshot = table.log().snapshot();
        if (oldest < 0) {
            oldest = log.oldest(snapshot.getVersion());
            search = oldest + 1;
        }
        long limit = Math.min(policy.cleanedUpTo().getAsLong(),
                snapshot.getLogSegment().getCheckpointVersionOpt().orElse(-1L));
        long retentionMs = retentionMs(policy, snapshot);
        while (System.nanoTime() < untilNanos) {
            if (search > limit) {
                return;
            }
            if (!log.hasCheckpoint(search)) {
                search++;
                continue;
            }
            long expiresAtMs = log.committedAtMs(search) + retentionMs;
            if (nowMs < expiresAtMs) {
                idleUntilMs = expiresAtMs;
                return;
            }
            try {
                deleteOldest(policy);
            } catch (IOException inUse) {
                // Windows deletes no file that a reader has open.
                idleUntilMs = nowMs + RETRY_MS;
                return;
            }
        }
    }

    private static long retentionMs(MaintenancePolicy policy, SnapshotImpl snapshot) {
        return policy.logRetention() != null ? policy.logRetention().toMillis()
                : TableConfig.LOG_RETENTION.fromMetadata(snapshot.getMetadata());
    }

    /** Its commit goes last: until then it is found again. */
    private void deleteOldest(MaintenancePolicy policy) throws IOException {
        if (!policy.keepsRemovedFiles()) {
            for (DataFile removed : CommitFile.read(table.folder(), oldest).removed()) {
                Path file = removed.in(table.folder()).normalize();
                if (!table.files().live().contains(removed.path())
                        && file.startsWith(table.folder())) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(log.checkpoint(oldest));
        Files.deleteIfExists(log.checksum(oldest));
        Files.deleteIfExists(log.commit(oldest));
        oldest++;
        search = Math.max(search, oldest + 1);
    }
}
