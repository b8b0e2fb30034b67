package deltadesk.streaming.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a query's checkpoint folder tells: `metadata` its query id, `offsets/<batch id>` what is
 * planned (a version line, a JSON line about the batch, a JSON line of end offsets a source),
 * `commits/<batch id>` what is finished, `sources/0/0` where its first batch began.
 */
public final class Checkpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** `folder` need not exist yet. */
    public Checkpoint(Path folder) {
        this.folder = folder;
    }

    /** The checkpoint's own folder. */
    public Path folder() {
        return folder;
    }

    /** The id that survives restarts; known once the query was started for the first time. */
    public String queryId() {
        return read(folder.resolve("metadata"), text -> JSON.readTree(text).get("id").asText());
    }

    /** The newest batch that is planned, finished or not. */
    public OptionalLong latestPlanned() {
        return newest("offsets");
    }

    /** The newest batch that is finished. */
    public OptionalLong latestCommitted() {
        return newest("commits");
    }

    /** Whether this batch is finished. */
    public boolean isCommitted(long batchId) {
        return Files.exists(folder.resolve("commits").resolve(Long.toString(batchId)));
    }

    /** A batch that is planned; replaying it finds the same. */
    public PlannedBatch planned(long batchId) {
        return read(folder.resolve("offsets").resolve(Long.toString(batchId)), text -> {
            List<String> lines = text.lines().toList();
            JsonNode metadata = JSON.readTree(lines.get(1));
            return new PlannedBatch(batchId, metadata.get("batchTimestampMs").asLong() * 1000,
                    startOffsets(batchId), KafkaOffsets.parse(lines.get(2)));
        });
    }

    /** The end of the batch before, or for the first one what the source found at its start. */
    private SortedMap<String, Long> startOffsets(long batchId) {
        Path before = folder.resolve("offsets").resolve(Long.toString(batchId - 1));
        if (Files.exists(before)) {
            return read(before, text -> KafkaOffsets.parse(text.lines().toList().get(2)));
        }
        Path initial = folder.resolve("sources").resolve("0").resolve("0");
        return Files.exists(initial)
                ? read(initial, text -> KafkaOffsets.parse(text.substring(text.indexOf('{'))))
                : new TreeMap<>();
    }

    private OptionalLong newest(String log) {
        Path logFolder = folder.resolve(log);
        if (!Files.isDirectory(logFolder)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> files = Files.list(logFolder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .mapToLong(Long::parseLong).max();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Reader<T> {
        T read(String text) throws IOException;
    }

    private static <T> T read(Path file, Reader<T> reader) {
        try {
            return reader.read(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("The checkpoint file " + file + " cannot be read",
                    failure);
        }
    }
}
