package deltadesk.tables;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The check of a table before it is opened. Nothing on a local disk is forced out, so a power cut
 * may leave a commit's name without its content, or without its data files.
 */
final class NewestCommit {
    private NewestCommit() {}

    /** {@link TableDamagedException} unless the commit parses and the files it adds exist. */
    static void check(String table, Path folder, long version) {
        Path file = CommitFile.path(folder, version);
        String remedy = " Move " + file + " away and start again; the table then ends at version "
                + (version - 1) + ". Verify tells whether records are missing.";
        CommitFile commit;
        try {
            commit = CommitFile.read(folder, version);
        } catch (UncheckedIOException torn) {
            throw new TableDamagedException(
                    "The newest commit of " + table + ", version " + version
                            + ", cannot be read: its file is incomplete." + remedy, torn);
        }
        for (DataFile added : commit.added()) {
            if (!Files.exists(added.in(folder))) {
                throw new TableDamagedException(
                        "The newest commit of " + table + ", version " + version
                                + ", names a data file that does not exist: " + added.in(folder)
                                + "." + remedy, null);
            }
        }
    }
}
