package deltadesk.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deltadesk.definition.DefinitionException;
import deltadesk.duplicates.EventIdIndex;
import deltadesk.tables.ColumnSpec;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import deltadesk.tables.TableDamagedException;
import deltadesk.tables.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureSentenceTest {
    @Test
    void lostRecordsHaveTheirOwnCodeAlsoWhenATaskFoundThem() {
        assertEquals("STREAMING_OFFSETS_LOST", FailureSentence.of(new RuntimeException("batch",
                new RuntimeException("Job aborted: OffsetOutOfRangeException: t-0"))).code());
        assertEquals("STREAMING_OFFSETS_LOST", FailureSentence.of(new RuntimeException(
                "Some data may have been lost because they are not available in Kafka any "
                        + "more;")).code());
    }

    @Test
    void aPackThatCannotBeUsedSaysItsOwnSentence() {
        FailureSentence sentence = FailureSentence.of(new RuntimeException(
                new DefinitionException("stream.json", "pack", "it is missing", "Add the field")));
        assertEquals(new FailureSentence("PACK_INVALID",
                "stream.json, field pack: it is missing. Add the field."), sentence);
    }

    @Test
    void anExplainedFailureKeepsItsRemedyWhateverCausedIt(@TempDir Path folder) throws IOException {
        TableSchema schema =
                new TableSchema(List.of(new ColumnSpec("event_id", "string")), List.of());
        try (Lake lake = Lake.open(folder)) {
            lake.table("silver.t", schema);
        }
        Files.writeString(
                folder.resolve("silver").resolve("t").resolve("_delta_log")
                        .resolve("00000000000000000001.json"), "{");
        try (Lake lake = Lake.open(folder)) {
            Throwable torn = assertThrows(TableDamagedException.class,
                    () -> lake.table("silver.t", schema));
            assertEquals(new FailureSentence("STREAMING_QUERY_FAILED", torn.getMessage()),
                    FailureSentence.of(new RuntimeException("outer", torn)));
        }
    }

    @Test
    void anIndexThatCannotBeUsedSaysWhatToDo(@TempDir Path folder) {
        TableSchema schema = new TableSchema(List.of(
                new ColumnSpec("event_id", "string"), new ColumnSpec("p", "int"),
                new ColumnSpec("o", "long")), List.of());
        try (Lake lake = Lake.open(folder.resolve("delta"))) {
            Path place = folder.resolve("event-ids");
            DeltaTable silver = lake.table("silver.t", schema);
            try (EventIdIndex index = open(place, silver)) {
                Throwable held = assertThrows(RuntimeException.class,
                        () -> open(place, silver));
                assertEquals("The index of event ids in " + place + " is open already. "
                        + "End the other job, then start again.",
                        FailureSentence.of(new RuntimeException(held)).message());
            }
        }
    }

    @Test
    void anyOtherFailureIsTheFirstLineOfItsRoot() {
        assertEquals(new FailureSentence("STREAMING_QUERY_FAILED", "The disk is full."),
                FailureSentence.of(new RuntimeException("outer",
                        new IllegalStateException("The disk is full.\n\tat x.y.Z"))));
        assertEquals(new FailureSentence("STREAMING_QUERY_FAILED",
                        "The streaming query ended with NullPointerException."),
                FailureSentence.of(new NullPointerException()));
    }

    private static EventIdIndex open(Path place, DeltaTable silver) {
        return EventIdIndex.open(place, silver, "event_id", "p", "o", rows -> { });
    }
}
