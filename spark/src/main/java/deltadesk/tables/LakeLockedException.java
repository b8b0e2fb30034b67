package deltadesk.tables;

import java.nio.file.Path;
import java.time.Duration;

/** Another process still writes the tables. */
public final class LakeLockedException extends RuntimeException {
    LakeLockedException(Path deltaFolder, Duration waited) {
        super("The tables in " + deltaFolder + " are being written by another process, which did "
                + "not end within " + waited.toSeconds() + " s. "
                + "Stop the other streaming job, then start again.");
    }
}
