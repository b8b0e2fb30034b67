package deltadesk.tables;

import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.util.VectorUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** One table of the lake, written by this process alone. Calls from several threads wait. */
public final class DeltaTable {
    private final String name;
    private final Path folder;
    private final Engine engine;
    private final KernelSchema schema;
    private final TableLog log;
    private final DataFileWriter writer;
    private final DataFileReader reader;
    /** Live files, kept once a table is known to be replaced; null until then. */
    private List<AddFile> replaceable;

    DeltaTable(String name, Path folder, Engine engine, KernelSchema schema, TableLog log) {
        this.name = name;
        this.folder = folder;
        this.engine = engine;
        this.schema = schema;
        this.log = log;
        writer = new DataFileWriter(engine, log.snapshot().getPath(), schema);
        reader = new DataFileReader(engine, folder, schema);
    }

    /** `<layer>.<table>`. */
    public String name() {
        return name;
    }

    public TableSchema schema() {
        return schema.schema();
    }

    /** The id that the table got when it was created: another table in this place has another. */
    public synchronized String id() {
        return log.snapshot().getMetadata().getId();
    }

    /** What the table's metadata says under a name, null when it says nothing. */
    public synchronized String property(String propertyName) {
        return log.snapshot().getTableProperties().get(propertyName);
    }

    /** Newest version. */
    public synchronized long version() {
        return log.snapshot().getVersion();
    }

    /** Newest transaction version of an application, empty when it never committed here. */
    public synchronized OptionalLong transactionVersion(String appId) {
        return log.transactionVersion(appId);
    }

    /** As {@link #append(String, long, List, Map)}, with nothing more to say about it. */
    public long append(String appId, long transactionVersion, List<Object[]> rows) {
        return append(appId, transactionVersion, rows, Map.of());
    }

    /**
     * Adds rows in one commit that also notes the transaction; no rows still commit it. Returns the
     * new table version, or the present one when the table holds that transaction already: then
     * nothing is written. `parameters` go into `commitInfo`. Empty text in a partition column
     * becomes null in the rows given. {@link ForeignWriterException} when somebody else wrote.
     */
    public synchronized long append(
            String appId,
            long transactionVersion,
            List<Object[]> rows,
            Map<String, String> parameters) {
        if (holds(appId, transactionVersion)) {
            return version();
        }
        return commit("Append", appId, transactionVersion, rows, List.of(), parameters);
    }

    /** The same, the rows taking the place of all that the table had. */
    public synchronized long replace(String appId, long transactionVersion, List<Object[]> rows) {
        if (holds(appId, transactionVersion)) {
            return version();
        }
        if (replaceable == null) {
            replaceable = log.liveFiles();
        }
        return commit("Complete", appId, transactionVersion, rows, replaceable, Map.of());
    }

    private boolean holds(String appId, long transactionVersion) {
        return log.transactionVersion(appId).orElse(Long.MIN_VALUE) >= transactionVersion;
    }

    private long commit(
            String outputMode,
            String appId,
            long transactionVersion,
            List<Object[]> rows,
            List<AddFile> removed,
            Map<String, String> parameters) {
        List<AddFile> added = writer.write(rows);
        List<Row> actions = new ArrayList<>();
        removed.forEach(file -> actions.add(SingleAction.createRemoveFileSingleAction(
                file.toRemoveFileRow(true, Optional.empty()))));
        added.forEach(file -> actions.add(SingleAction.createAddFileSingleAction(file.toRow())));
        CommitNote note = CommitNote.of(
                outputMode, appId, transactionVersion, rows.size(), added, removed, parameters);
        List<AddFile> live = replaceable;
        replaceable = null;
        try {
            log.commit(note, appId, transactionVersion, actions);
        } catch (RuntimeException failure) {
            throw ForeignWriterException.explain(name, folder, failure);
        }
        if (live != null) {
            replaceable = removed.isEmpty() ? new ArrayList<>(live) : new ArrayList<>();
            replaceable.addAll(added);
        }
        return version();
    }

    /** One version; {@link VersionGoneException} when the log no longer has it. */
    public TableCommit commit(long version) {
        return new TableCommit(version, CommitFile.read(folder, version), reader, schema());
    }

    /** All live rows of the newest version, partition values filled in. */
    public List<Object[]> readAll() {
        List<Object[]> rows = new ArrayList<>();
        forEachRow(TableCommit.allColumns(schema()), rows::add);
        return rows;
    }

    /** The same row by row, reading `columns` alone; the others are null. */
    public void forEachRow(Set<String> columns, Consumer<Object[]> consumer) {
        reader.read(liveFiles(), columns, consumer);
    }

    /** Oldest first: nearly the order of the commits that added them. */
    private synchronized List<DataFile> liveFiles() {
        List<DataFile> files = new ArrayList<>();
        for (AddFile file : replaceable != null ? replaceable : log.liveFiles()) {
            files.add(new DataFile(
                    file.getPath(), VectorUtils.toJavaMap(file.getPartitionValues()),
                    file.getSize(), file.getModificationTime()));
        }
        files.sort(Comparator.comparingLong(DataFile::modifiedAtMs));
        return files;
    }

    /**
     * The rows as a reader of their commit will meet them: those of one partition together. A fold
     * over them before or after the commit then gives the same to the last bit of a double.
     */
    public List<Object[]> inFileOrder(List<Object[]> rows) {
        List<Object[]> ordered = new ArrayList<>(rows.size());
        RowGroups.byPartition(rows, schema).forEach(ordered::addAll);
        return ordered;
    }

    /** Work put off by commits: the log checkpoint, when one is due. True when it was written. */
    public synchronized boolean maintain() {
        if (!LogCheckpoint.isDue(log.snapshot())) {
            return false;
        }
        try {
            log.replaceSnapshot(LogCheckpoint.write(engine, log.snapshot()));
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The log checkpoint of " + name + " cannot be written.", failure);
        }
    }
}
