package deltadesk.streaming.batch;

import deltadesk.definition.EngineColumns;
import deltadesk.definition.StreamDefinition;
import deltadesk.duplicates.Winner;
import deltadesk.tables.TableSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which of a batch's candidates go into Silver: the first committed batch wins an event id; within
 * a batch the earliest Kafka timestamp, then partition, then offset (floor S0-17).
 */
final class DuplicateDecision {
    private final StreamDefinition stream;
    private final int eventId;
    private final int partition;
    private final int offset;
    private final int timestamp;

    DuplicateDecision(StreamDefinition stream, TableSchema silver) {
        this.stream = stream;
        eventId = silver.indexOf(stream.eventIdField());
        partition = silver.indexOf(EngineColumns.KAFKA_PARTITION);
        offset = silver.indexOf(EngineColumns.KAFKA_OFFSET);
        timestamp = silver.indexOf(stream.kafkaTimestampColumn());
    }

    /** Rows of Silver and rows of the table of duplicates. */
    record Outcome(List<Object[]> silver, List<Object[]> duplicates) {}

    /**
     * `find` gives the winners already in Silver. A candidate that is such a winner itself is from
     * a replayed batch: it stays a row of Silver, so that a replay decides as the first time.
     */
    Outcome decide(
            List<Object[]> candidates,
            Function<Set<String>, Map<String, Winner>> find,
            long foundAtMicros) {
        List<Object[]> ordered = new ArrayList<>(candidates);
        ordered.sort(Comparator.<Object[]>comparingLong(row -> (Long) row[timestamp])
                .thenComparingInt(row -> (Integer) row[partition])
                .thenComparingLong(row -> (Long) row[offset]));
        Map<String, Winner> winners = new HashMap<>();
        ordered.forEach(row -> winners.put((String) row[eventId], null));
        winners.putAll(find.apply(winners.keySet()));
        Outcome outcome = new Outcome(new ArrayList<>(ordered.size()), new ArrayList<>());
        for (Object[] row : ordered) {
            Winner self = new Winner((Integer) row[partition], (Long) row[offset]);
            Winner winner = winners.get((String) row[eventId]);
            if (winner == null || winner.equals(self)) {
                winners.put((String) row[eventId], self);
                outcome.silver().add(row);
            } else {
                outcome.duplicates().add(new Object[] {
                    stream.pack(), stream.topic(), self.partition(), self.offset(), row[eventId],
                    winner.partition(), winner.offset(), foundAtMicros,
                });
            }
        }
        return outcome;
    }
}
