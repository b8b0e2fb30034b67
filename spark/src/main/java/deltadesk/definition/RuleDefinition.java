package deltadesk.definition;

import java.io.Serializable;

/** A condition on a row: `sql` says what must hold, and anything but true breaks it. */
public record RuleDefinition(String id, Kind kind, String sql, String error)
        implements Serializable {
    /** A broken blocking rule keeps the row out of Silver; a warning is noted in the row. */
    public enum Kind { BLOCKING, WARNING }
}
