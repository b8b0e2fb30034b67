package deltadesk.streaming.deadletter;

/** The dead-letter queue takes no records; the batch is not finished and will be read again. */
public final class DeadLetterQueueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadLetterQueueException(String bootstrapServers, Throwable reason) {
        super("Rejected records could not be sent to the topic " + DeadLetterQueue.TOPIC + " at "
                + bootstrapServers + " (" + reason.getMessage() + "). They are kept in the table of"
                + " rejected records and are sent again when the job is started again; check that"
                + " the broker runs and has that topic.");
        addSuppressed(reason);
    }
}
