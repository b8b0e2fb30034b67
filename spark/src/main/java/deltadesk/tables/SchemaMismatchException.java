package deltadesk.tables;

import java.nio.file.Path;

/** A table on disk has other columns than the pack declares, and cannot be made to have them. */
public final class SchemaMismatchException extends RuntimeException {
    /** `remedy` is what to do about this difference, without a full stop. */
    SchemaMismatchException(String table, Path folder, String difference, String remedy) {
        super("The table " + table + " in " + folder + " does not fit the stream pack: "
                + difference + ". " + remedy + "; or give the table another name in the pack, use "
                + "a new data folder, or move that folder away: the table is then created anew.");
    }
}
