package deltadesk.tables;

/** A version's commit or data files were cleaned up: what they said must come from live rows. */
public final class VersionGoneException extends RuntimeException {
    VersionGoneException(String message) {
        super(message);
    }
}
