package deltadesk.streaming.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.definition.StreamDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingOffsetsTest {
    /** Nothing listens there: who asks the broker fails. */
    private static final String NOBODY = "127.0.0.1:1";
    /** A pack that begins with what comes after its start. */
    private static final StreamDefinition ORDERS = ResolvedDefinition.read(
            Path.of("..", "resources", "streams", "orders").toAbsolutePath().normalize()).stream();

    @TempDir
    private Path folder;

    private String choose(Map<String, Long> complete) {
        return StartingOffsets.choose(new Checkpoint(folder), ORDERS, NOBODY, complete);
    }

    @Test
    void withEmptyTablesThePackSaysWhereToBegin() throws IOException {
        assertEquals("latest", choose(null));
        Files.writeString(folder.resolve("reset.json"), "{\"from\":\"earliest\"}");
        assertEquals("earliest", choose(null));
    }

    @Test
    void whereNoBatchWasEverFinishedEveryRecordIsRead() {
        assertEquals("earliest", choose(Map.of()));
    }
}
