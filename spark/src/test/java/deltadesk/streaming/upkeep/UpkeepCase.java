package deltadesk.streaming.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deltadesk.streaming.batch.MaintainedTable;
import deltadesk.streaming.control.BatchGate;
import deltadesk.streaming.progress.ProgressReporter;
import deltadesk.tables.ColumnSpec;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import deltadesk.tables.TableSchema;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two real tables, what works on them, its answers, and the gate that the batches pass. */
@Timeout(60)
abstract class UpkeepCase {
    static final TableSchema SCHEMA =
            new TableSchema(List.of(new ColumnSpec("id", "long")), List.of());
    @TempDir private Path folder;
    final BatchGate gate = new BatchGate();
    Lake lake;
    DeltaTable silver;
    Upkeep upkeep;
    private BufferedReader answers;

    @BeforeEach
    void open() throws Exception {
        lake = Lake.open(folder);
        silver = lake.table("silver.t", SCHEMA);
        PipedInputStream pipe = new PipedInputStream(1 << 20);
        answers = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8));
        upkeep = new Upkeep(new ProgressReporter(
                new PrintStream(new PipedOutputStream(pipe), true, StandardCharsets.UTF_8),
                Clock.systemUTC()));
    }

    @AfterEach
    void close() throws Exception {
        upkeep.end();
        upkeep.awaitEnd();
        lake.close();
    }

    void start() {
        Map<String, UpkeepPlace> places = Map.of(
                "silver.t", new UpkeepPlace(
                        new MaintainedTable(silver, true, () -> Long.MAX_VALUE), gate),
                "gold.t", new UpkeepPlace(new MaintainedTable(
                        lake.table("gold.t", SCHEMA), false, () -> Long.MAX_VALUE), gate));
        upkeep.open(() -> places);
    }

    void append(int batches) {
        for (int batch = 0; batch < batches; batch++) {
            silver.append("query", silver.version(), List.<Object[]>of(new Object[] {1L}));
        }
    }

    void ask(String command, String id, String table) {
        upkeep.submit("{\"command\":\"" + command + "\",\"id\":\"" + id + "\",\"table\":\"" + table
                + "\",\"retentionHours\":1,\"dryRun\":false}");
    }

    /** The next line that is no progress. */
    JsonNode answer() throws Exception {
        JsonNode line;
        do {
            line = new ObjectMapper().readTree(
                    answers.readLine().substring(ProgressReporter.PREFIX.length()));
        } while (line.get("kind").asText().equals("commandProgress"));
        return line;
    }
}
