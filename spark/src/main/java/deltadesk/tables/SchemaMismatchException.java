package deltadesk.tables;

import java.nio.file.Path;

/** A table on disk has other columns than the pack declares. */
public final class SchemaMismatchException extends RuntimeException {
    SchemaMismatchException(String table, Path folder, String difference) {
        super("The table " + table + " in " + folder + " does not fit the stream pack: "
                + difference + ". Change the pack back, or move that folder away: "
                + "the table is then created anew.");
    }
}
