package deltadesk.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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

    /** False when its statistics say that no row has this text in this column. */
    public boolean mayHold(String column, String value) {
        String least = least(column);
        String greatest = greatest(column);
        return least == null || greatest == null
                || least.compareTo(value) <= 0 && greatest.compareTo(value) >= 0;
    }

    private String bound(String kind, String column) {
        return statistic(kind).path(column).asText(null);
    }

    /** False when its statistics say that every row has a value in this column. */
    public boolean mayHaveNull(String column) {
        return statistic("nullCount").path(column).asLong(1) > 0;
    }

    /** True when its statistics say that no row has a value in this column. */
    public boolean hasOnlyNull(String column) {
        return statistic("nullCount").path(column).asLong(-1) == statistic("numRecords").asLong(-2);
    }

    /** Its rows; 0 when the statistics do not say. */
    public long rowCount() {
        return statistic("numRecords").asLong();
    }

    /** The same file with no other statistics than the count of its rows. */
    DataFile withRowCountAlone() {
        JsonNode rows = statistic("numRecords");
        return new DataFile(path, partitionValues, sizeBytes, modifiedAtMs,
                rows.isMissingNode() ? null : "{\"numRecords\":" + rows.asLong() + "}");
    }

    private JsonNode statistic(String name) {
        try {
            return statistics == null
                    ? MissingNode.getInstance() : JSON.readTree(statistics).path(name);
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }

    /** The same file, said to be as old as `atMs`: its place among the others. */
    DataFile modifiedAt(long atMs) {
        return new DataFile(path, partitionValues, sizeBytes, atMs, statistics);
    }
}
