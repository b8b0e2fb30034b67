package deltadesk.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The actions of one `_delta_log/<version>.json` that this house needs (Delta protocol, "Actions").
 */
record CommitFile(
        List<DataFile> added,
        List<DataFile> removed,
        boolean isDataChange,
        boolean hasRemovedRows,
        Map<String, Long> transactions) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a version's commit lies. */
    static Path path(Path tableFolder, long version) {
        return LogFiles.of(tableFolder).commit(version);
    }

    /**
     * Reads a version; {@link VersionGoneException} when the log no longer has it, an
     * {@link IOException} inside an {@link UncheckedIOException} when it is torn.
     */
    static CommitFile read(Path tableFolder, long version) {
        Path path = path(tableFolder, version);
        List<DataFile> added = new ArrayList<>();
        List<DataFile> removed = new ArrayList<>();
        Map<String, Long> transactions = new HashMap<>();
        boolean isDataChange = false;
        boolean hasRemovedRows = false;
        try {
            List<String> lines = Files.readAllLines(path);
            if (lines.isEmpty()) {
                throw new IOException("It is empty.");
            }
            for (String line : lines) {
                JsonNode action = JSON.readTree(line);
                JsonNode add = action.get("add");
                JsonNode remove = action.get("remove");
                JsonNode transaction = action.get("txn");
                if (add != null) {
                    added.add(dataFile(add));
                    isDataChange |= add.path("dataChange").asBoolean(true);
                } else if (remove != null) {
                    removed.add(dataFile(remove));
                    hasRemovedRows |= remove.path("dataChange").asBoolean(true);
                } else if (transaction != null) {
                    transactions.put(
                            transaction.get("appId").asText(), transaction.get("version").asLong());
                }
            }
        } catch (NoSuchFileException gone) {
            throw new VersionGoneException("The commit " + path + " is no longer there.");
        } catch (IOException failure) {
            throw new UncheckedIOException("The commit " + path + " cannot be read.", failure);
        }
        return new CommitFile(
                added, removed, isDataChange || hasRemovedRows, hasRemovedRows, transactions);
    }

    private static DataFile dataFile(JsonNode action) {
        Map<String, String> partitionValues = new HashMap<>();
        action.path("partitionValues").properties().forEach(
                value -> partitionValues.put(value.getKey(), value.getValue().textValue()));
        return new DataFile(
                action.get("path").asText(), partitionValues, action.path("size").asLong(),
                action.path("modificationTime").asLong(), action.path("stats").textValue());
    }
}
