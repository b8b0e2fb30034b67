package deltadesk.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

/** Makes a table's past look older than it is. */
final class Aging {
    private Aging() {}

    /** As if versions up to that one, and the files that they added, were so old. */
    static void age(Path tableFolder, long upTo, Duration age) throws IOException {
        FileTime then = FileTime.fromMillis(System.currentTimeMillis() - age.toMillis());
        for (long version = 0; version <= upTo; version++) {
            Path commit = LogFiles.of(tableFolder).commit(version);
            if (Files.exists(commit)) {
                for (DataFile added : CommitFile.read(tableFolder, version).added()) {
                    if (Files.exists(added.in(tableFolder))) {
                        Files.setLastModifiedTime(added.in(tableFolder), then);
                    }
                }
                Files.setLastModifiedTime(commit, then);
            }
        }
    }
}
