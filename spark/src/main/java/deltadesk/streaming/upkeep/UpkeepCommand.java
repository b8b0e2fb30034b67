package deltadesk.streaming.upkeep;

import java.time.Duration;

/** What is asked of the running job; `id` is the asker's, and every answer bears it. */
sealed interface UpkeepCommand {
    String id();

    /** Work on one table. */
    sealed interface OfTable extends UpkeepCommand {
        String table();
    }

    /** To put the files of a table together. */
    record Compact(String id, String table) implements OfTable {}

    /** To delete the files that no version within the retention has, or only to list them. */
    record Vacuum(String id, String table, Duration retention, boolean isDryRun)
            implements OfTable {}

    /** To end the command of the same id; what it has done stays. */
    record Cancel(String id) implements UpkeepCommand {}
}
