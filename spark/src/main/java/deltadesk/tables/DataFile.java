package deltadesk.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * A data file as the log names it: `path` is relative to the table and URL-encoded; the values of
 * partition columns are text, where null is null; `statistics` is the JSON of the Delta protocol,
 * "Per-file Statistics", null when the log has none. It travels from a task to the driver.
 */
public record DataFile(
        String path,
        Map<String, String> partitionValues,
        long sizeBytes,
        long modifiedAtMs,
        String statistics) implements Serializable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where it lies. */
    Path in(Path tableFolder) {
        URI uri = URI.create(path);
        return uri.isAbsolute() ? Path.of(uri) : tableFolder.resolve(uri.getPath());
    }

    /** The least value of a column as its statistics show it; null when they do not say. */
    public String least(String column) {
        return bound("minValues", column);
    }

    /** The greatest value, likewise. */
    public String greatest(String column) {
        return bound("maxValues", column);
    }

    private String bound(String kind, String column) {
        try {
            return statistics == null
                    ? null : JSON.readTree(statistics).path(kind).path(column).asText(null);
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }

    /** Its rows; 0 when the statistics do not say. */
    public long rowCount() {
        if (statistics == null) {
            return 0;
        }
        try {
            return JSON.readTree(statistics).path("numRecords").asLong();
        } catch (JsonProcessingException unreadable) {
            return 0;
        }
    }

    /** The same file, said to be as old as `atMs`: its place among the others. */
    DataFile modifiedAt(long atMs) {
        return new DataFile(path, partitionValues, sizeBytes, atMs, statistics);
    }
}
