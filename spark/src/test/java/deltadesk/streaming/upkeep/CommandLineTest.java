package deltadesk.streaming.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final String VACUUM =
            "{\"id\":\"a\",\"command\":\"vacuum\",\"table\":\"silver.t\"";

    @Test
    void aCommandIsReadWithItsFields() {
        assertEquals(new UpkeepCommand.Compact("a-1", "silver.sales"), CommandLine.parse(
                "{\"command\":\"compact\",\"id\":\"a-1\",\"table\":\"silver.sales\"}"));
        assertEquals(
                new UpkeepCommand.Vacuum("b", "gold.t_5min", Duration.ofHours(168), true),
                CommandLine.parse("{\"command\":\"vacuum\",\"id\":\"b\",\"table\":\"gold.t_5min\","
                        + "\"retentionHours\":168,\"dryRun\":true}"));
        assertEquals(new UpkeepCommand.Cancel("a-1"),
                CommandLine.parse("{\"command\":\"cancel\",\"id\":\"a-1\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "{", "[]", "1", "null", "{}", "{\"command\":\"compact\"}",
        "{\"id\":\"\"}", "{\"id\":\"a b\"}"})
    void aLineWithoutAnIdIsAnsweredWithoutOne(String line) {
        assertNull(assertThrows(
                UnusableCommandException.class, () -> CommandLine.parse(line)).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"id\":\"a\"}",
        "{\"id\":\"a\",\"command\":\"drop\",\"table\":\"silver.t\"}",
        "{\"id\":\"a\",\"command\":[\"compact\"]}",
        "{\"id\":\"a\",\"command\":\"compact\"}",
        "{\"id\":\"a\",\"command\":\"compact\",\"table\":\"silver/t\"}",
        "{\"id\":\"a\",\"command\":\"compact\",\"table\":\"silver...t\"}",
        VACUUM + "}",
        VACUUM + ",\"retentionHours\":0,\"dryRun\":true}",
        VACUUM + ",\"retentionHours\":1.5,\"dryRun\":true}",
        VACUUM + ",\"retentionHours\":99999999999,\"dryRun\":true}",
        VACUUM + ",\"retentionHours\":168}",
        VACUUM + ",\"retentionHours\":168,\"dryRun\":\"no\"}"
    })
    void aCommandThatIsNotWholeIsAnsweredUnderItsId(String line) {
        assertEquals("a", assertThrows(
                UnusableCommandException.class, () -> CommandLine.parse(line)).id());
    }
}
