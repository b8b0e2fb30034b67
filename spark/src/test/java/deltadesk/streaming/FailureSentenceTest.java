package deltadesk.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deltadesk.definition.DefinitionException;
import org.junit.jupiter.api.Test;

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
    void anyOtherFailureIsTheFirstLineOfItsRoot() {
        assertEquals(new FailureSentence("STREAMING_QUERY_FAILED", "The disk is full."),
                FailureSentence.of(new RuntimeException("outer",
                        new IllegalStateException("The disk is full.\n\tat x.y.Z"))));
        assertEquals(new FailureSentence("STREAMING_QUERY_FAILED",
                        "The streaming query ended with NullPointerException."),
                FailureSentence.of(new NullPointerException()));
    }
}
