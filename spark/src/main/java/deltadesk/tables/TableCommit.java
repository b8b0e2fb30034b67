package deltadesk.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What one version of a table changed. */
public final class TableCommit {
    private final long version;
    private final CommitFile commit;
    private final DataFileReader reader;
    private final TableSchema schema;

    TableCommit(long version, CommitFile commit, DataFileReader reader, TableSchema schema) {
        this.version = version;
        this.commit = commit;
        this.reader = reader;
        this.schema = schema;
    }

    /** The table version that the commit made. */
    public long version() {
        return version;
    }

    /** False for compaction and for commits without files: the rows are the same as before. */
    public boolean isDataChange() {
        return commit.isDataChange();
    }

    /** True when rows went away or were replaced: a fold over added rows is not enough. */
    public boolean hasRemovedRows() {
        return commit.hasRemovedRows();
    }

    /** Transaction versions by application id. */
    public Map<String, Long> transactions() {
        return commit.transactions();
    }

    /** The files that the commit added. */
    public List<DataFile> files() {
        return commit.added();
    }

    /**
     * The rows of the files that the commit added, in file order, partition values filled in.
     * {@link VersionGoneException} when a file was vacuumed.
     */
    public List<Object[]> rows() {
        List<Object[]> rows = new ArrayList<>();
        forEachRow(allColumns(schema), rows::add);
        return rows;
    }

    /** The same row by row, reading `columns` alone; the others are null. */
    public void forEachRow(Set<String> columns, Consumer<Object[]> consumer) {
        reader.read(commit.added(), columns, consumer);
    }

    static Set<String> allColumns(TableSchema schema) {
        Set<String> names = new HashSet<>();
        schema.columns().forEach(column -> names.add(column.name()));
        return names;
    }
}
