package deltadesk.foreign;

import java.util.List;

/**
 * A table that delta-spark makes by SQL, in which `{t}` stands for the table and `{path}` for its
 * folder. `refusedFor` names what in it our reader must refuse; null when it must read every row.
 * `atEveryVersion`: the log is kept whole, and older versions are compared as well.
 */
record ForeignTable(
        String name, String refusedFor, boolean atEveryVersion, List<String> statements) {
    static ForeignTable read(String name, String... statements) {
        return new ForeignTable(name, null, false, List.of(statements));
    }

    static ForeignTable readAtEveryVersion(String name, String... statements) {
        return new ForeignTable(name, null, true, List.of(statements));
    }

    static ForeignTable refused(String name, String feature, String... statements) {
        return new ForeignTable(name, feature, false, List.of(statements));
    }

    /** True when its statements change the session in which they run. */
    boolean hasSettings() {
        return statements.stream().anyMatch(sql -> sql.startsWith("SET "));
    }

    List<String> statements(String folder) {
        return statements.stream()
                .map(sql -> sql.replace("{t}", "delta.`" + folder + "`").replace("{path}", folder))
                .toList();
    }
}
