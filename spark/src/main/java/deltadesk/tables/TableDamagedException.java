package deltadesk.tables;

/** The newest commit of a table is torn or lacks its data files, as after a power cut. */
public final class TableDamagedException extends RuntimeException {
    TableDamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
