package deltadesk.tables;

import io.delta.kernel.TableManager;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.transaction.CreateTableTransactionBuilder;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.utils.CloseableIterable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The tables of one data folder, at `<delta folder>/<layer>/<table>`. Whoever has it open is their
 * only writer. Tables are at reader version 1, writer version 2: every Delta reader takes them.
 */
public final class Lake implements AutoCloseable {
    private static final Duration LOCK_DEADLINE = Duration.ofSeconds(10);
    private final Path folder;
    private final LakeLock lock;
    private final Engine engine = LakeEngine.shared();
    private final Map<String, DeltaTable> tables = new HashMap<>();

    private Lake(Path folder, LakeLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Waits up to 10 s for another job to end; {@link LakeLockedException} when it does not. */
    public static Lake open(Path deltaFolder) {
        return open(deltaFolder, LOCK_DEADLINE);
    }

    static Lake open(Path deltaFolder, Duration lockDeadline) {
        Path folder = deltaFolder.toAbsolutePath().normalize();
        return new Lake(folder, LakeLock.acquire(folder, lockDeadline));
    }

    /** As {@link #table(String, TableSchema, Map)}, without table properties. */
    public DeltaTable table(String name, TableSchema schema) {
        return table(name, schema, Map.of());
    }

    /**
     * Opens `<layer>.<table>`, or creates it, empty, as version 0 with those properties. The same
     * name gives the same object. With {@link #schemaVersion} among them, a table that is there
     * already is brought to those columns where that loses nothing ({@link SchemaEvolution}).
     * {@link SchemaMismatchException} when it has other columns, {@link TableDamagedException}
     * when its newest commit is not whole.
     */
    public synchronized DeltaTable table(
            String name, TableSchema schema, Map<String, String> properties) {
        DeltaTable open = tables.get(name);
        if (open == null) {
            open = open(name, schema, properties);
            tables.put(name, open);
        }
        if (!open.schema().equals(schema)) {
            throw new SchemaMismatchException(
                    name, tableFolder(name), "it is open with other columns",
                    "Let one pack alone write it");
        }
        return open;
    }

    /** The property of a table whose columns may grow: the schema version of its pack. */
    public static Map<String, String> schemaVersion(int version) {
        return Map.of(SchemaEvolution.VERSION, Integer.toString(version));
    }

    private DeltaTable open(String name, TableSchema schema, Map<String, String> properties) {
        Path tableFolder = tableFolder(name);
        KernelSchema kernelSchema = new KernelSchema(schema);
        LogFiles.of(tableFolder).dropTornCheckpoints();
        OptionalLong newest = LogFiles.of(tableFolder).newest();
        if (newest.isPresent()) {
            NewestCommit.check(name, tableFolder, newest.getAsLong());
        } else {
            create(tableFolder, kernelSchema, properties);
        }
        TableLog log = new TableLog(engine, tableFolder.toString(), lock);
        SchemaEvolution.check(name, tableFolder, log.snapshot(), schema, properties).apply(log);
        return new DeltaTable(TableParts.of(name, tableFolder, engine, kernelSchema, log));
    }

    private void create(Path tableFolder, KernelSchema schema, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.putIfAbsent(
                LogCheckpoint.INTERVAL_PROPERTY, Integer.toString(LogCheckpoint.DEFAULT_INTERVAL));
        // Each log checkpoint lists the files removed within this time: with a week, the default,
        // it would grow for a week. Files stay on disk whatever it says.
        all.putIfAbsent("delta.deletedFileRetentionDuration", "interval 1 hours");
        CreateTableTransactionBuilder builder = TableManager
                .buildCreateTableTransaction(tableFolder.toString(), schema.all(), "Deltadesk")
                .withTableProperties(all);
        if (!schema.schema().partitionColumns().isEmpty()) {
            builder = builder.withDataLayoutSpec(DataLayoutSpec.partitioned(
                    schema.schema().partitionColumns().stream().map(Column::new).toList()));
        }
        builder.build(engine).commit(engine, CloseableIterable.emptyIterable());
    }

    private Path tableFolder(String name) {
        Path tableFolder = folder;
        for (String part : name.split("\\.")) {
            tableFolder = tableFolder.resolve(part);
        }
        return tableFolder;
    }

    /** Lets another process write. */
    @Override
    public synchronized void close() {
        tables.values().forEach(DeltaTable::close);
        lock.close();
    }
}
