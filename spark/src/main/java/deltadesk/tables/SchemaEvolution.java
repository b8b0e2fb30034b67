package deltadesk.tables;

import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.types.StructType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings a table to the columns of a newer pack (floor 4.2): a new column is added at the end,
 * null in the rows that are there; what the pack no longer has stays in the table and is null in
 * new rows, provided that the pack says so by a raised schema version. The change goes with the
 * first commit that has such rows; reader 1, writer 2 know it, and it touches no file.
 */
final class SchemaEvolution {
    /** Table property: the schema version of the pack that last shaped the table. */
    static final String VERSION = "deltadesk.schemaVersion";
    /** Table property: columns that the pack has given up, joined by commas. */
    private static final String RETIRED = "deltadesk.retiredColumns";

    private final String table;
    private final Path folder;
    private final SnapshotImpl snapshot;
    private final SchemaComparison comparison;
    /** Of the pack; null for a table whose columns are fixed. */
    private final String version;

    private SchemaEvolution(
            String table,
            Path folder,
            SnapshotImpl snapshot,
            TableSchema declared,
            String version) {
        this.table = table;
        this.folder = folder;
        this.snapshot = snapshot;
        this.comparison = SchemaComparison.of(table, folder, snapshot, declared);
        this.version = version;
    }

    /**
     * Checks that the table has the declared columns or can get them; changes nothing. `properties`
     * are those that the table would be created with: without {@link #VERSION} its columns are
     * fixed. {@link SchemaMismatchException} names what does not fit, and the way out.
     */
    static SchemaEvolution check(
            String table,
            Path folder,
            SnapshotImpl snapshot,
            TableSchema declared,
            Map<String, String> properties) {
        SchemaEvolution evolution =
                new SchemaEvolution(table, folder, snapshot, declared, properties.get(VERSION));
        evolution.requirePossible();
        return evolution;
    }

    private void requirePossible() {
        Set<String> removed = new TreeSet<>(comparison.undeclared().keySet());
        removed.removeAll(retired());
        if (version == null && !comparison.missing().isEmpty()) {
            ColumnSpec column = comparison.missing().get(0);
            throw mismatch("column " + column.name() + " (" + column.type()
                    + ") is declared but not in the table", "Take it out again");
        }
        if (!removed.isEmpty() && (version == null || !isRaised())) {
            String name = removed.iterator().next();
            String type = comparison.undeclared().get(name);
            throw mismatch("column " + name + " (" + type + ") is in the table but not declared"
                    + renamed(type), "Declare it again (its SQL may be null)"
                    + (version == null ? "" : ", or raise the pack's schemaVersion above "
                            + storedVersion() + ": the column is then kept and null in new rows"));
        }
    }

    /** A renamed column is one that is gone and one that is new. */
    private String renamed(String type) {
        return comparison.missing().stream().filter(column -> column.type().equals(type))
                .findFirst().map(column -> "; " + column.name() + " (" + type
                        + ") is declared but not in the table").orElse("");
    }

    /** Lets the table's next commit carry what {@link #check} found to be needed, if anything. */
    void apply(TableLog log) {
        Set<String> retired = new TreeSet<>(comparison.undeclared().keySet());
        if (comparison.missing().isEmpty() && retired.equals(retired()) && !isRaised()) {
            return;
        }
        StructType columns = snapshot.getSchema();
        for (ColumnSpec column : comparison.missing()) {
            columns = columns.add(column.name(), ColumnType.of(column.type()).kernelType());
        }
        Metadata metadata = snapshot.getMetadata().withNewSchema(columns).withMergedConfiguration(
                Map.of(VERSION, isRaised() ? version : Integer.toString(storedVersion()),
                        RETIRED, String.join(",", retired)));
        log.changeWithNextCommit(metadata);
    }

    private boolean isRaised() {
        return version != null && Integer.parseInt(version) > storedVersion();
    }

    /** A table that was made before versions were noted has the first one. */
    private int storedVersion() {
        return Integer.parseInt(snapshot.getTableProperties().getOrDefault(VERSION, "1"));
    }

    private Set<String> retired() {
        String names = snapshot.getTableProperties().getOrDefault(RETIRED, "");
        return names.isEmpty() ? Set.of() : new TreeSet<>(List.of(names.split(",")));
    }

    private SchemaMismatchException mismatch(String difference, String remedy) {
        return new SchemaMismatchException(table, folder, difference, remedy);
    }
}
