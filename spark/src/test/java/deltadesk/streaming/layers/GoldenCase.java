package deltadesk.streaming.layers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A folder of `src/test/resources/cases`. `input.jsonl` has one record a line: `value` (JSON, or a
 * text taken as it is, or null) or `valueBase64`, optionally `key`, `partition`, `timestamp`; its
 * offset is its line. `expected.json` has the rows of `bronze`, `silver` and `rejected`; of each
 * row only the columns named there are compared.
 */
record GoldenCase(String name, List<Row> records, JsonNode expected) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Paths.get("src", "test", "resources", "cases");

    static Stream<GoldenCase> all() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().map(GoldenCase::read).toList().stream();
        }
    }

    Dataset<Row> toSourceRows(SparkSession session) {
        return session.createDataFrame(records, SourceRows.SCHEMA);
    }

    private static GoldenCase read(Path folder) {
        try {
            List<Row> records = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("input.jsonl"))) {
                records.add(record(JSON.readTree(line), records.size()));
            }
            return new GoldenCase(folder.getFileName().toString(), records,
                    JSON.readTree(folder.resolve("expected.json").toFile()));
        } catch (IOException unreadable) {
            throw new IllegalStateException(folder.toString(), unreadable);
        }
    }

    private static Row record(JsonNode line, long offset) {
        String timestamp = line.path("timestamp").asText("2025-12-22T10:30:46Z");
        return SourceRows.row(line.path("key").asText("1"), value(line),
                line.path("partition").asInt(0), offset, timestamp);
    }

    private static byte[] value(JsonNode line) {
        if (line.has("valueBase64")) {
            return Base64.getDecoder().decode(line.get("valueBase64").asText());
        }
        JsonNode value = line.get("value");
        if (value.isNull()) {
            return null;
        }
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
