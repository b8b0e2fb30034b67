package deltadesk.tables;

import io.delta.kernel.commit.CommitFailedException;
import java.nio.file.Path;

/** A version of a table was written by another program: nothing was committed. */
public final class ForeignWriterException extends RuntimeException {
    private ForeignWriterException(String message, Throwable cause) {
        super(message, cause);
    }

    /** This exception when the version existed already, else the failure itself. */
    static RuntimeException explain(String table, Path folder, RuntimeException failure) {
        if (failure.getCause() instanceof CommitFailedException cause && cause.isConflict()) {
            return new ForeignWriterException(
                    "Another program has written a commit into " + table + " (" + folder + "). "
                            + "Deltadesk must be the only writer of its tables: "
                            + "stop the other one, then start again.",
                    failure);
        }
        return failure;
    }
}
