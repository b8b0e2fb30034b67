package deltadesk.streaming.source;

/** The topic ends before records that the tables hold: it is another one of the same name. */
public final class OffsetsLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OffsetsLostException(String topic, int partition, long end, long stored) {
        super("Partition " + partition + " of the topic " + topic + " ends at offset " + end
                + ", but the tables hold its records up to " + stored + ": the topic was made anew."
                + " Reset the data to begin anew with it.");
    }
}
