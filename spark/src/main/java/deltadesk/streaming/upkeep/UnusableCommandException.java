package deltadesk.streaming.upkeep;

/** A line that is no command, said in one sentence; `id` is null where the line names none. */
final class UnusableCommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String id;

    UnusableCommandException(String id, String sentence) {
        super(sentence);
        this.id = id;
    }

    String id() {
        return id;
    }
}
