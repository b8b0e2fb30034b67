package deltadesk.definition;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.streaming.TestSpark;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which upgrades of a pack are taken, told by its fields alone. */
class FieldCompatibilityTest {
    private static final String FIELD =
            "{\"name\":\"segment\",\"type\":\"string\",\"required\":false}";
    private static final ResolvedDefinition FIRST = ResolvedDefinition.read(TestSpark.salesPack());

    @TempDir
    private Path checkpoint;

    @Test
    void aNewOptionalFieldIsTaken() {
        assertDoesNotThrow(() -> upgrade(FIELD + ",{\"name\":\"canal\",\"type\":\"string\","
                + "\"required\":false}", 1));
    }

    @Test
    void aRemovedOrRenamedFieldIsRefusedWithTheWayOut() {
        String message = assertThrows(DefinitionException.class,
                () -> upgrade(FIELD.replace("segment", "segments"), 1)).getMessage();
        assertTrue(message.contains("fields.segment: it was string and is gone"), message);
        assertTrue(message.contains("raise schemaVersion above 1"), message);
    }

    @Test
    void aFieldOfAnotherTypeIsRefused() {
        String message = assertThrows(DefinitionException.class,
                () -> upgrade(FIELD.replace("string", "int"), 1)).getMessage();
        assertTrue(message.contains("fields.segment: it was string and is int"), message);
    }

    @Test
    void aRaisedSchemaVersionAllowsBoth() {
        assertDoesNotThrow(() -> upgrade(FIELD.replace("segment", "segments"), 2));
    }

    /** From the shipped pack to one whose field `segment` is replaced. */
    private void upgrade(String fields, int schemaVersion) {
        DefinitionHistory history = new DefinitionHistory(checkpoint);
        history.take(FIRST, 0, false);
        String json = FIRST.json().replaceAll("\\s+", " ")
                .replaceAll("\\{ ?\"name\" : \"segment\", \"type\" : \"string\", "
                        + "\"required\" : false ?\\}", fields)
                .replace("\"schemaVersion\" : 1", "\"schemaVersion\" : " + schemaVersion);
        history.take(ResolvedDefinition.parse("changed", json), 8, true);
    }
}
