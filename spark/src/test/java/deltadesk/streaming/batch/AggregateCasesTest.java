package deltadesk.streaming.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deltadesk.tables.ColumnSpec;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All aggregates of the pack `sales` (floor 10.5, 10.6) of a few sales in two batches: names, types
 * and order of the columns, and every row, worked out by hand. In the second batch one event comes
 * again and two are late for the windows of 5 minutes.
 */
class AggregateCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CASE = Paths.get("src", "test", "resources", "aggregates", "sales");
    @TempDir private Path folder;

    @BeforeEach
    void run() throws IOException {
        Map<Integer, List<String>> batches = new TreeMap<>();
        for (String line : Files.readAllLines(CASE.resolve("input.jsonl"))) {
            JsonNode record = JSON.readTree(line);
            batches.computeIfAbsent(record.get("batch").intValue(), absent -> new ArrayList<>())
                    .add(record.get("value").toString());
        }
        BatchRun run = new BatchRun(folder);
        long offset = 0;
        for (Map.Entry<Integer, List<String>> batch : batches.entrySet()) {
            run.run("q", batch.getKey(), offset, batch.getValue(), CommitObserver.NONE);
            offset += batch.getValue().size();
        }
    }

    @Test
    void theTablesHaveTheExpectedColumnsAndRows() throws IOException {
        assertEquals(expected("rows"), tables(AggregateCasesTest::rows));
        assertEquals(expected("columns"), tables(AggregateCasesTest::columns));
    }

    @Test
    void tablesThatWereTakenAwayAreTheSameAfterTheyWereComputedAnew() throws IOException {
        for (String table : expected("rows").keySet()) {
            try (Stream<Path> files = Files.walk(
                    folder.resolve("delta").resolve(table.replace('.', '/')))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        assertEquals(expected("rows"), tables(AggregateCasesTest::rows));
    }

    private interface Look {
        List<String> at(DeltaTable table);
    }

    /** What is seen of each aggregate once it is at Silver's newest version. */
    private Map<String, List<String>> tables(Look look) {
        Map<String, List<String>> seen = new TreeMap<>();
        try (Lake lake = Lake.open(folder.resolve("delta"));
                PackTables tables = BatchRun.open(lake, folder.resolve("checkpoint"))) {
            tables.aggregates.forEach(each -> {
                each.catchUp(null, 0);
                seen.put(each.table().name(), look.at(each.table()));
            });
        }
        return seen;
    }

    private static Map<String, List<String>> expected(String part) throws IOException {
        Map<String, List<String>> expected = new TreeMap<>();
        JsonNode json = JSON.readTree(CASE.resolve("expected.json").toFile());
        json.properties().forEach(table -> expected.put(table.getKey(), StreamSupport
                .stream(table.getValue().get(part).spliterator(), false)
                .map(JsonNode::textValue).toList()));
        return expected;
    }

    private static List<String> columns(DeltaTable table) {
        return table.schema().columns().stream().map(each -> each.name() + " " + each.type())
                .toList();
    }

    /** Without the time and what follows it. */
    private static List<String> rows(DeltaTable table) {
        List<ColumnSpec> columns = table.schema().columns();
        int count = columns.stream().map(ColumnSpec::name).toList().contains("_state")
                ? columns.size() - 2 : columns.size() - 1;
        return table.readAll().stream().map(row -> IntStream.range(0, count)
                .mapToObj(index -> text(row[index], columns.get(index).type()))
                .collect(Collectors.joining(", "))).sorted().toList();
    }

    private static String text(Object value, String type) {
        return type.equals("timestamp")
                ? Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS).toString()
                : String.valueOf(value);
    }
}
