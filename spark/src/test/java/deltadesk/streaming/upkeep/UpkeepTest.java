package deltadesk.streaming.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import deltadesk.tables.DeltaTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands and their answers. */
class UpkeepTest extends UpkeepCase {
    @Test
    void everyLineIsAnsweredAndTheNextOneIsTaken() throws Exception {
        ask("compact", "early", "silver.t");
        assertTrue(answer().get("message").asText().contains("still starting"));
        append(5);
        start();
        upkeep.submit("nonsense");
        JsonNode nonsense = answer();
        assertEquals("commandFailed", nonsense.get("kind").asText());
        assertTrue(nonsense.get("id").isNull());
        ask("compact", "a", "silver.other");
        JsonNode other = answer();
        assertEquals("a", other.get("id").asText());
        assertEquals("The running job does not write silver.other; it writes gold.t, silver.t."
                + " Start the pipeline with the pack that has the table.",
                other.get("message").asText());
        ask("compact", "b", "silver.t");
        JsonNode compacted = answer();
        assertEquals("compacted", compacted.get("kind").asText());
        assertEquals("b", compacted.get("id").asText());
        assertEquals(5, compacted.get("filesBefore").asInt());
        assertEquals(1, compacted.get("filesAfter").asInt());
        assertEquals(6, compacted.get("tableVersion").asInt());
        ask("vacuum", "c", "silver.t");
        JsonNode vacuumed = answer();
        assertEquals("vacuumed", vacuumed.get("kind").asText());
        assertEquals(0, vacuumed.get("files").asInt(), "all of them are young");
        assertTrue(vacuumed.get("deleted").asBoolean());
        assertEquals(1, vacuumed.get("retentionHours").asInt());
        assertEquals(5, silver.readAll().size());
    }

    @Test
    void aTableThatItsWriterReplacesByTheFileIsLeftAsItIs() throws Exception {
        DeltaTable gold = lake.table("gold.t", SCHEMA);
        for (int batch = 0; batch < 3; batch++) {
            gold.append("query", batch, List.<Object[]>of(new Object[] {1L}));
        }
        start();
        ask("compact", "a", "gold.t");
        JsonNode answer = answer();
        assertEquals(3, answer.get("filesBefore").asInt());
        assertEquals(3, answer.get("filesAfter").asInt());
        assertEquals(3, gold.version());
    }
}
