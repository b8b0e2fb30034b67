package deltadesk.streaming;

import deltadesk.definition.DefinitionException;
import deltadesk.streaming.source.OffsetsLostException;
import deltadesk.streaming.deadletter.DeadLetterQueueException;
import deltadesk.tables.SchemaMismatchException;
import java.util.regex.Pattern;

/** A failure as its code of `main/contract/streaming.ts` and one plain sentence. */
record FailureSentence(String code, String message) {
    private static final String OFFSETS_LOST = "STREAMING_OFFSETS_LOST";
    private static final String PACK_INVALID = "PACK_INVALID";
    /** The words of Spark's Kafka source, with and without its own code, and of the consumer. */
    private static final Pattern LOSS = Pattern.compile(
            "KAFKA_DATA_LOSS|Some data may have been lost because they are not available in Kafka"
                    + "|OffsetOutOfRangeException");
    private static final int LONGEST = 400;

    static FailureSentence of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DeadLetterQueueException) {
                return new FailureSentence("DEAD_LETTER_QUEUE_UNREACHABLE", cause.getMessage());
            }
            if (cause instanceof DefinitionException
                    || cause instanceof SchemaMismatchException) {
                return new FailureSentence(PACK_INVALID, cause.getMessage());
            }
            if (cause instanceof OffsetsLostException) {
                return new FailureSentence(OFFSETS_LOST, cause.getMessage());
            }
            // In a task's failure the original exception is there only as text.
            if (LOSS.matcher(String.valueOf(cause)).find()) {
                return new FailureSentence(OFFSETS_LOST, "The topic no longer holds records that "
                        + "were not read yet: it was deleted or its retention has passed.");
            }
        }
        return new FailureSentence("STREAMING_QUERY_FAILED", sentence(failure));
    }

    /** False when somebody must do something first: another attempt would end in the same way. */
    boolean mayPass() {
        return !code.equals(PACK_INVALID) && !code.equals(OFFSETS_LOST);
    }

    /** A failure of this house says what to do, whatever its cause; of others the root tells. */
    private static String sentence(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith("deltadesk.") && cause.getMessage() != null) {
                return cause.getMessage();
            }
            root = cause;
        }
        return firstSentence(root);
    }

    private static String firstSentence(Throwable root) {
        String message = root.getMessage();
        if (message == null || message.isBlank()) {
            return "The streaming query ended with " + root.getClass().getSimpleName() + ".";
        }
        String line = message.strip().split("\\R", 2)[0];
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
