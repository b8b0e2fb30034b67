package deltadesk.streaming.upkeep;

/** The work ends before it is done, for the reason that its message says. */
final class UpkeepEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UpkeepEndedException(String sentence) {
        super(sentence);
    }
}
