package deltadesk.streaming.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.duplicates.Winner;
import deltadesk.streaming.TestSpark;
import deltadesk.tables.ColumnSpec;
import deltadesk.tables.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    /**
     * Whatever the batches that the records of three partitions come in, and the order in which a
     * batch hands them over: every record is in one place, every id once in Silver, its winner is
     * the earliest of its first batch, and every duplicate names it. A batch that is replayed, with
     * Silver holding it or not, is decided as the first time.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("deltadesk.Seeds#fixedAndNew")
    void anyStreamInAnyBatchesKeepsTheRule(long seed) {
        Random random = new Random(seed);
        Map<String, Winner> held = new HashMap<>();
        long[] nextOffset = new long[3];
        long now = 0;
        for (int batch = 0; batch < 60; batch++) {
            List<Object[]> records = new ArrayList<>();
            for (int record = random.nextInt(40); record > 0; record--) {
                int partition = random.nextInt(3);
                // Several records of one millisecond; within a partition time never goes back.
                now += random.nextInt(3) / 2;
                records.add(new Object[] {
                    "id " + random.nextInt(200), partition, nextOffset[partition]++, now});
            }
            Map<String, Winner> expected = firstOf(records);
            expected.putAll(held);
            Collections.shuffle(records, random);
            DuplicateDecision.Outcome outcome = DECISION.decide(records, only(held), batch);
            assertKept(records, expected, outcome);
            Collections.shuffle(records, random);
            assertEquals(texts(outcome), texts(DECISION.decide(records, only(held), batch)));
            outcome.silver().forEach(row -> held.put((String) row[0], place(row)));
            Collections.shuffle(records, random);
            assertEquals(texts(outcome), texts(DECISION.decide(records, only(held), batch)));
        }
    }

    /** Worked out record by record, without sorting. */
    private static Map<String, Winner> firstOf(List<Object[]> records) {
        Map<String, Object[]> first = new HashMap<>();
        for (Object[] row : records) {
            first.merge((String) row[0], row, (one, other) -> isBefore(other, one) ? other : one);
        }
        Map<String, Winner> winners = new HashMap<>();
        first.forEach((id, row) -> winners.put(id, place(row)));
        return winners;
    }

    private static boolean isBefore(Object[] one, Object[] other) {
        if (!one[3].equals(other[3])) {
            return (Long) one[3] < (Long) other[3];
        }
        if (!one[1].equals(other[1])) {
            return (Integer) one[1] < (Integer) other[1];
        }
        return (Long) one[2] < (Long) other[2];
    }

    private static Winner place(Object[] row) {
        return new Winner((Integer) row[1], (Long) row[2]);
    }

    /** Silver's index: it answers for the ids that it is asked for. */
    private static Function<Set<String>, Map<String, Winner>> only(Map<String, Winner> held) {
        return ids -> {
            Map<String, Winner> found = new HashMap<>(held);
            found.keySet().retainAll(ids);
            return found;
        };
    }

    private static void assertKept(
            List<Object[]> records,
            Map<String, Winner> expected,
            DuplicateDecision.Outcome outcome) {
        List<String> places = new ArrayList<>();
        for (Object[] row : outcome.silver()) {
            assertEquals(expected.get((String) row[0]), place(row));
            places.add(place(row).toString());
        }
        for (Object[] row : outcome.duplicates()) {
            assertEquals(expected.get((String) row[4]),
                    new Winner((Integer) row[5], (Long) row[6]));
            places.add(new Winner((Integer) row[2], (Long) row[3]).toString());
        }
        places.sort(null);
        assertEquals(records.stream().map(row -> place(row).toString()).sorted().toList(), places);
        assertEquals(outcome.silver().size(),
                outcome.silver().stream().map(row -> row[0]).distinct().count());
    }

    private static List<String> texts(DuplicateDecision.Outcome outcome) {
        List<String> texts = new ArrayList<>();
        outcome.silver().forEach(row -> texts.add("silver " + Arrays.toString(row)));
        outcome.duplicates().forEach(row -> texts.add("duplicate " + Arrays.toString(row)));
        return texts;
    }
}
