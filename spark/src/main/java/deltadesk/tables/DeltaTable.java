package deltadesk.tables;

import io.delta.kernel.internal.actions.SetTransaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One table of the lake, written by this process alone. Calls from several threads wait. */
public final class DeltaTable {
    private final TableParts parts;
    private final KernelSchema schema;
    private final TableLog log;
    private final DataFileWriter writer;
    private final TableMaintenance maintenance;

    DeltaTable(TableParts parts) {
        this.parts = parts;
        schema = parts.schema();
        log = parts.log();
        writer = parts.writer();
        maintenance = new TableMaintenance(parts);
    }

    /** `<layer>.<table>`. */
    public String name() {
        return parts.name();
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

    /**
     * Adds rows in one commit that also notes the transaction; no rows still commit it. Returns the
     * new table version, or the present one when the table holds that transaction already: then
     * nothing is written. Empty text in a partition column becomes null in the rows given.
     * {@link ForeignWriterException} when somebody else wrote.
     */
    public synchronized long append(String appId, long transactionVersion, List<Object[]> rows) {
        return commit("Append", appId, transactionVersion, () -> writer.write(rows), List.of());
    }

    /** The same, the rows taking the place of all that the table had. */
    public synchronized long replace(String appId, long transactionVersion, List<Object[]> rows) {
        return commit("Complete", appId, transactionVersion, () -> writer.write(rows),
                parts.files().live().all());
    }

    /**
     * As {@link #append}, the rows being in files that a {@link TableFileWriter} wrote. When the
     * table holds the transaction already, they are left for a vacuum.
     */
    public synchronized long appendFiles(
            String appId, long transactionVersion, List<DataFile> written) {
        return commit("Append", appId, transactionVersion, () -> written, List.of());
    }

    /**
     * One commit that takes files away and adds others, which a {@link TableFileWriter} wrote, and
     * notes the transaction, also one that the table holds already. What is written was made of
     * the table at `transactionBefore`, -1 for none: {@link IllegalStateException}, and nothing is
     * done, when the table is at another by now or lacks a file that is to go.
     */
    public synchronized long replaceFiles(
            String appId,
            long transactionBefore,
            long transactionVersion,
            Collection<DataFile> removed,
            List<DataFile> added) {
        parts.files().requireUnchanged(appId, transactionBefore, removed);
        return commitNow("Complete", appId, transactionVersion, added, removed);
    }

    /** Writes files for {@link #appendFiles}, anywhere in this process or in another. */
    public TableFileWriter fileWriter() {
        return new TableFileWriter(parts.folder(), schema());
    }

    private long commit(
            String outputMode,
            String appId,
            long transactionVersion,
            Supplier<List<DataFile>> write,
            Collection<DataFile> removed) {
        if (log.transactionVersion(appId).orElse(Long.MIN_VALUE) >= transactionVersion) {
            return version();
        }
        return commitNow(outputMode, appId, transactionVersion, write.get(), removed);
    }

    private long commitNow(
            String outputMode,
            String appId,
            long transactionVersion,
            List<DataFile> added,
            Collection<DataFile> removed) {
        parts.files().commit(
                CommitNote.ofBatch(outputMode, appId, transactionVersion, added, removed),
                new SetTransaction(
                        appId, transactionVersion, Optional.of(System.currentTimeMillis())),
                added, removed, true);
        return version();
    }

    /** One version; {@link VersionGoneException} when the log no longer has it. */
    public TableCommit commit(long version) {
        return new TableCommit(
                version, CommitFile.read(parts.folder(), version), parts.reader(), schema());
    }

    /** All live rows of the newest version, partition values filled in. */
    public List<Object[]> readAll() {
        List<Object[]> rows = new ArrayList<>();
        forEachRow(TableCommit.allColumns(schema()), rows::add);
        return rows;
    }

    /** The same row by row, reading `columns` alone; the others are null. */
    public void forEachRow(Set<String> columns, Consumer<Object[]> consumer) {
        parts.reader().read(liveFiles(), columns, consumer);
    }

    /** The same of some files of the newest version, with all columns. */
    public void forEachRow(List<DataFile> files, Consumer<Object[]> consumer) {
        forEachRow(files, TableCommit.allColumns(schema()), consumer);
    }

    /** The same of some files of the newest version. */
    public void forEachRow(
            List<DataFile> files, Set<String> columns, Consumer<Object[]> consumer) {
        parts.reader().read(files, columns, consumer);
    }

    /** The files of the newest version, oldest first. */
    public synchronized List<DataFile> dataFiles() {
        return parts.files().live().oldestFirst();
    }

    /** Says something in the table's metadata, with the next commit. */
    public synchronized void setProperty(String propertyName, String value) {
        log.changeProperty(propertyName, value);
    }

    private synchronized List<DataFile> liveFiles() {
        return parts.files().oldestFirst();
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

    /**
     * Work put off by commits, until the moment given (`System.nanoTime()`) and a little longer to
     * end what it began: log checkpoint, cleaning of the past, compaction. The rows stay the same.
     */
    public synchronized void maintain(MaintenancePolicy policy, long untilNanos) {
        maintenance.run(policy, untilNanos);
    }

    /** The same kind of work when a person asks for it, as far as it goes. */
    public TableUpkeep upkeep() {
        return new TableUpkeep(this, parts, maintenance);
    }

    /** Gives up maintenance that is half done; nothing is lost. */
    synchronized void close() {
        maintenance.close();
    }
}
