package deltadesk.streaming.upkeep;

import deltadesk.streaming.control.BatchGate;
import deltadesk.streaming.progress.ProgressReporter;
import deltadesk.tables.CompactionResult;
import deltadesk.tables.FullCompaction;
import deltadesk.tables.TableUpkeep;
import deltadesk.tables.VacuumResult;
import java.time.Duration;
import java.util.function.Consumer;

/** The commands on one table, from their beginning to their answer. */
final class TableWork {
    /** What a batch waits for a piece of compaction at most; a step that was begun is ended. */
    private static final Duration PIECE = Duration.ofMillis(150);
    private static final Duration REPORT_INTERVAL = Duration.ofMillis(250);
    private final ProgressReporter reporter;
    /** Throws when the command of an id is to end. */
    private final Consumer<String> throwIfEnded;

    TableWork(ProgressReporter reporter, Consumer<String> throwIfEnded) {
        this.reporter = reporter;
        this.throwIfEnded = throwIfEnded;
    }

    /** Piece by piece, each between two batches. */
    void compact(String id, UpkeepPlace place) throws InterruptedException {
        TableUpkeep table = place.maintained().table().upkeep();
        if (!place.maintained().isCompacted()) {
            reporter.compacted(id, table.asItIs(), 0);
            return;
        }
        Pieces pieces = new Pieces(place.gate());
        try (FullCompaction compaction = table.beginCompaction()) {
            while (!compaction.isDone()) {
                throwIfEnded.accept(id);
                pieces.run(() -> compaction.advance(System.nanoTime() + PIECE.toNanos()));
                CompactionResult result = compaction.result();
                reporter.commandProgress(id, result.merged(), result.planned());
            }
            reporter.compacted(id, compaction.result(), pieces.longestMs);
        }
    }

    /**
     * Beside the batches: it touches nothing that one of them could need. The one under way ends
     * first: its files look old, and are in no version yet, when the machine slept meanwhile.
     */
    void vacuum(UpkeepCommand.Vacuum command, UpkeepPlace place) throws InterruptedException {
        if (!command.isDryRun()) {
            new Pieces(place.gate()).run(() -> { });
        }
        long applied = place.maintained().appliedVersion().getAsLong();
        long sparedFrom = applied == Long.MAX_VALUE ? applied : applied + 1;
        long[] reportedAt = {System.nanoTime()};
        VacuumResult result = place.maintained().table().upkeep().vacuum(
                command.retention(), sparedFrom, command.isDryRun(), (done, of) -> {
                    throwIfEnded.accept(command.id());
                    if (System.nanoTime() - reportedAt[0] >= REPORT_INTERVAL.toNanos()) {
                        reportedAt[0] = System.nanoTime();
                        reporter.commandProgress(command.id(), done, of);
                    }
                });
        reporter.vacuumed(command.id(), result, command.retention().toHours());
    }

    /** Work between batches, and the longest that one of them had to wait for it. */
    private static final class Pieces {
        private final BatchGate gate;
        private long longestMs;

        Pieces(BatchGate gate) {
            this.gate = gate;
        }

        void run(Runnable piece) throws InterruptedException {
            boolean ran = gate.between(() -> {
                long beganAt = System.nanoTime();
                piece.run();
                longestMs = Math.max(longestMs, (System.nanoTime() - beganAt) / 1_000_000);
            });
            if (!ran) {
                throw new UpkeepEndedException(Upkeep.STOPPED);
            }
        }
    }
}
