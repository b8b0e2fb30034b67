package deltadesk.duplicates;

/** The files of the index cannot be used; nothing of the batch under way went into Silver by it. */
public final class EventIdIndexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventIdIndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
