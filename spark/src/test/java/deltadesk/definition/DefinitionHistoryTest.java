package deltadesk.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import deltadesk.streaming.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionHistoryTest {
    private static final ResolvedDefinition FIRST = ResolvedDefinition.read(TestSpark.salesPack());
    private static final ResolvedDefinition SECOND = ResolvedDefinition.parse(
            "changed", FIRST.json().replace("\"Jean Dupont\"", "\"Jeanne Dupont\""));

    @TempDir
    private Path checkpoint;

    @Test
    void thePendingBatchKeepsTheDefinitionItWasPlannedWith() {
        DefinitionHistory history = new DefinitionHistory(checkpoint);
        history.take(FIRST, 0, false);
        NavigableMap<Long, ResolvedDefinition> definitions = history.take(SECOND, 8, true);
        assertEquals(FIRST.json(), definitions.floorEntry(7L).getValue().json());
        assertEquals(SECOND.json(), definitions.floorEntry(8L).getValue().json());
    }

    @Test
    void anUnchangedDefinitionIsStoredOnce() {
        DefinitionHistory history = new DefinitionHistory(checkpoint);
        history.take(FIRST, 0, false);
        assertEquals(FIRST.json(), history.take(FIRST, 8, true).floorEntry(7L).getValue().json());
        assertFalse(Files.exists(checkpoint.resolve("definitions/8.json")));
    }

    @Test
    void aChangeThatNoBatchUsedIsReplaced() {
        DefinitionHistory history = new DefinitionHistory(checkpoint);
        history.take(FIRST, 0, false);
        history.take(SECOND, 8, false);
        assertEquals(FIRST.json(), history.take(FIRST, 8, false).floorEntry(8L).getValue().json());
        assertFalse(Files.exists(checkpoint.resolve("definitions/8.json")));
    }
}
