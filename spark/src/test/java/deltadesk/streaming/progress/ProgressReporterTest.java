package deltadesk.streaming.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deltadesk.streaming.batch.BatchCounts;
import deltadesk.streaming.batch.BatchResult;
import deltadesk.streaming.layers.SchemaChange;
import deltadesk.streaming.source.PlannedBatch;
import deltadesk.tables.CompactionResult;
import deltadesk.tables.VacuumResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The lines against the fields of `main/contract/streaming.ts`. */
class ProgressReporterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ProgressReporter reporter = new ProgressReporter(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            Clock.fixed(Instant.ofEpochMilli(5_000), ZoneOffset.UTC));

    @Test
    void aBatchLineHasExactlyTheFieldsOfTheContract() throws IOException {
        PlannedBatch batch = new PlannedBatch(
                7, 4_000_000, new TreeMap<>(), new TreeMap<>(Map.of("0", 12L)));
        reporter.batch("sales", new BatchResult(batch, new BatchCounts(6, 4, 2, 1, 3, 1, 1, 1),
                Map.of("bronze.orders", 3L), new long[] {4_900_000, 4_000_000},
                Map.of("total", 1.5), true));
        assertEquals("{\"kind\":\"batch\",\"atMs\":5000,\"pack\":\"sales\",\"batchId\":7,"
                + "\"endOffsets\":{\"0\":12},\"rows\":{\"input\":6,\"bronze\":4,\"silver\":2,"
                + "\"duplicates\":1,\"late\":3,"
                + "\"rejected\":{\"parse\":1,\"schema\":1,\"rule\":1}},"
                + "\"tableVersions\":{\"bronze.orders\":3},\"latencyMs\":["
                + "100.0,".repeat(10) + "1000.0,".repeat(10) + "1000.0],"
                + "\"durationMs\":{\"total\":1.5},\"replayed\":true}", line());
    }

    @Test
    void aRateThatCannotBeToldIsANumberAllTheSame() throws IOException {
        reporter.progress("sales", new QueryFigures(1, 2, Double.NaN,
                Double.POSITIVE_INFINITY, Map.of("addBatch", 4L), Map.of("1", 3L),
                Map.of("1", 5L)));
        assertEquals("{\"kind\":\"progress\",\"atMs\":5000,\"pack\":\"sales\",\"batchId\":1,"
                + "\"numInputRows\":2,\"inputRowsPerSecond\":0.0,\"processedRowsPerSecond\":0.0,"
                + "\"durationMs\":{\"addBatch\":4},\"endOffsets\":{\"1\":3},\"latestOffsets\":{\"1\":5}}",
                line());
    }

    @Test
    void latestOffsetsThatSparkDoesNotTellAreNull() throws IOException {
        reporter.progress("sales", new QueryFigures(1, 2, 1, 1, Map.of(), Map.of("1", 3L), null));
        assertTrue(line().endsWith("\"latestOffsets\":null}"));
    }

    @Test
    void theOtherLinesHaveTheirFields() throws IOException {
        reporter.started("sales", "q", "r");
        assertEquals("{\"kind\":\"started\",\"atMs\":5000,\"pack\":\"sales\",\"queryId\":\"q\","
                + "\"runId\":\"r\"}", line());
        reporter.idle("sales", Map.of());
        assertEquals("{\"kind\":\"idle\",\"atMs\":5000,\"pack\":\"sales\",\"endOffsets\":{}}",
                line());
        reporter.failed("sales", "PACK_INVALID", "An \"error\"\nof two lines.",
                ProgressReporter.AfterFailure.NOTHING);
        assertEquals("{\"kind\":\"failed\",\"atMs\":5000,\"pack\":\"sales\","
                + "\"code\":\"PACK_INVALID\",\"message\":\"An \\\"error\\\"\\nof two lines.\","
                + "\"next\":\"nothing\",\"retryInMs\":null}",
                line());
        reporter.schemaChange("sales", new SchemaChange("canal", true, 2, 7));
        assertEquals("{\"kind\":\"schemaChange\",\"atMs\":5000,\"pack\":\"sales\","
                + "\"change\":\"new\",\"field\":\"canal\",\"partition\":2,\"offset\":7}", line());
        reporter.stopped("sales");
        assertEquals("{\"kind\":\"stopped\",\"atMs\":5000,\"pack\":\"sales\"}", line());
    }

    @Test
    void theAnswersToCommandsHaveTheirFields() throws IOException {
        reporter.commandProgress("a", 3, 8);
        assertEquals("{\"kind\":\"commandProgress\",\"atMs\":5000,\"id\":\"a\",\"done\":3,"
                + "\"of\":8}", line());
        reporter.compacted("a", new CompactionResult("silver.t", 9, 2, 900, 700, 9, 9, 12), 140);
        assertEquals("{\"kind\":\"compacted\",\"atMs\":5000,\"id\":\"a\",\"table\":\"silver.t\","
                + "\"filesBefore\":9,\"filesAfter\":2,\"bytesBefore\":900,\"bytesAfter\":700,"
                + "\"tableVersion\":12,\"longestWaitMs\":140}", line());
        reporter.vacuumed("b", new VacuumResult(
                "silver.t", List.of(Path.of("x"), Path.of("y")), 50, true, 12, 7), 168);
        assertEquals("{\"kind\":\"vacuumed\",\"atMs\":5000,\"id\":\"b\",\"table\":\"silver.t\","
                + "\"files\":2,\"sizeBytes\":50,\"deleted\":true,\"retentionHours\":168,"
                + "\"tableVersion\":12,\"keptFromVersion\":7}", line());
        reporter.commandFailed(null, "No.");
        assertEquals("{\"kind\":\"commandFailed\",\"atMs\":5000,\"id\":null,"
                + "\"message\":\"No.\"}", line());
    }

    @Test
    void latencyIsTwentyOneQuantilesOfTheAges() {
        long[] timestamps = new long[101];
        for (int index = 0; index <= 100; index++) {
            timestamps[100 - index] = 1_000_000 - index * 1_000L;
        }
        double[] quantiles = LatencyQuantiles.of(timestamps, 1_000_000);
        assertEquals(21, quantiles.length);
        assertEquals(0, quantiles[0]);
        assertEquals(50, quantiles[10]);
        assertEquals(95, quantiles[19]);
        assertEquals(100, quantiles[20]);
        assertEquals(0, LatencyQuantiles.of(new long[0], 1_000_000).length);
    }

    private String line() throws IOException {
        String printed = out.toString(StandardCharsets.UTF_8);
        out.reset();
        assertTrue(printed.startsWith(ProgressReporter.PREFIX), printed);
        assertTrue(printed.endsWith("\n"), printed);
        JsonNode json = new ObjectMapper()
                .readTree(printed.substring(ProgressReporter.PREFIX.length()));
        return json.toString();
    }
}
