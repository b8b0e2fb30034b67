package deltadesk.tables;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The work that commits put off: log checkpoints, cleaning, compaction. */
final class TableMaintenance implements AutoCloseable {
    /** Intervals after which a log checkpoint is written though there is no time left. */
    private static final double OVERDUE = 2;
    private final TableParts table;
    private final Compactor compactor;
    private final LogCleaner cleaner;
    /** What a person asked for, which the usual compaction waits for; null when nothing was. */
    private FullCompaction full;

    TableMaintenance(TableParts table) {
        this.table = table;
        compactor = new Compactor(table);
        cleaner = new LogCleaner(table);
    }

    /** Works until the moment given, and a little longer to end what it began. */
    void run(MaintenancePolicy policy, long untilNanos) {
        double dueness = LogCheckpoint.dueness(table.log().snapshot());
        if (dueness >= OVERDUE || dueness >= 1 && System.nanoTime() < untilNanos) {
            writeLogCheckpoint();
        }
        long now = System.nanoTime();
        // After a long pause there is a day to clean: compaction must not wait for it.
        cleaner.run(policy, now + (untilNanos - now) / 3);
        if (policy.compacts() && (full == null || full.isDone())) {
            compactor.run(untilNanos);
        }
    }

    /** Begins one in place of the usual, until it is done or closed. */
    FullCompaction beginFull(Object lock) {
        close();
        full = new FullCompaction(table, lock);
        return full;
    }

    private void writeLogCheckpoint() {
        try {
            table.log().replaceSnapshot(LogCheckpoint.write(
                    table.engine(), table.log().snapshot(), table.files().live()));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The log checkpoint of " + table.name() + " cannot be written.", failure);
        }
    }

    /** Gives up what is half done. */
    @Override
    public void close() {
        compactor.close();
        if (full != null) {
            full.close();
            full = null;
        }
    }
}
