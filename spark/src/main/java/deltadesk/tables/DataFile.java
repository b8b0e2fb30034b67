package deltadesk.tables;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file that a commit adds: `path` as the log writes it (relative and URL-encoded), the text of
 * its partition values, where null is null.
 */
record DataFile(
        String path, Map<String, String> partitionValues, long sizeBytes, long modifiedAtMs) {
    /** Where it lies. */
    Path in(Path tableFolder) {
        URI uri = URI.create(path);
        return uri.isAbsolute() ? Path.of(uri) : tableFolder.resolve(uri.getPath());
    }
}
