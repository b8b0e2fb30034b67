package deltadesk.streaming.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.duplicates.Winner;
import deltadesk.streaming.TestSpark;
import deltadesk.tables.ColumnSpec;
import deltadesk.tables.TableSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DuplicateDecisionTest {
    private static final DuplicateDecision DECISION = new DuplicateDecision(
            ResolvedDefinition.read(TestSpark.salesPack()).stream(),
            new TableSchema(List.of(
                    new ColumnSpec("event_id", "string"),
                    new ColumnSpec("kafka_partition", "int"),
                    new ColumnSpec("kafka_offset", "long"),
                    new ColumnSpec("kafka_timestamp", "timestamp")), List.of()));

    @Test
    void withinABatchTheEarliestTimestampThenPartitionThenOffsetWins() {
        Object[] late = {"A", 0, 1L, 20L};
        Object[] early = {"A", 2, 9L, 10L};
        Object[] highPartition = {"B", 2, 1L, 10L};
        Object[] lowPartition = {"B", 1, 5L, 10L};
        Object[] highOffset = {"C", 0, 8L, 10L};
        Object[] lowOffset = {"C", 0, 7L, 10L};
        DuplicateDecision.Outcome outcome = DECISION.decide(
                List.of(late, early, highPartition, lowPartition, highOffset, lowOffset),
                ids -> Map.of(), 99L);
        assertEquals(List.of(lowOffset, lowPartition, early), outcome.silver());
        assertEquals(3, outcome.duplicates().size());
        assertArrayEquals(new Object[] {"sales", "ventes_stream", 0, 1L, "A", 2, 9L, 99L},
                outcome.duplicates().get(2));
    }

    @Test
    void anIdThatSilverHoldsWinsOverTheBatch() {
        Object[] row = {"A", 0, 1L, 20L};
        DuplicateDecision.Outcome outcome = DECISION.decide(
                List.<Object[]>of(row), ids -> Map.of("A", new Winner(1, 500L)), 99L);
        assertEquals(List.of(), outcome.silver());
        assertArrayEquals(new Object[] {"sales", "ventes_stream", 0, 1L, "A", 1, 500L, 99L},
                outcome.duplicates().get(0));
    }

    @Test
    void aReplayedBatchIsDecidedAsTheFirstTime() {
        Object[] winner = {"A", 0, 1L, 10L};
        Object[] loser = {"A", 1, 1L, 20L};
        DuplicateDecision.Outcome outcome = DECISION.decide(
                List.of(winner, loser), ids -> Map.of("A", new Winner(0, 1L)), 99L);
        assertEquals(1, outcome.silver().size());
        assertSame(winner, outcome.silver().get(0));
        assertEquals(1, outcome.duplicates().size());
    }
}
