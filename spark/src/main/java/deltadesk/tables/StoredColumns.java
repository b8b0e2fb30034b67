package deltadesk.tables;

import io.delta.kernel.Snapshot;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes rows with all the columns that the table has, those that its pack has given up
 * among them: what is merged keeps what is in them.
 */
final class StoredColumns {
    private final StructType struct;
    private final TableSchema schema;
    private final TableParts table;
    private final DataFileReader reader;
    private final DataFileWriter writer;

    private StoredColumns(TableParts table, Snapshot snapshot) {
        this.table = table;
        struct = snapshot.getSchema();
        schema = new TableSchema(
                struct.fields().stream().map(field -> new ColumnSpec(
                        field.getName(), ColumnType.wordFor(field.getDataType()))).toList(),
                snapshot.getPartitionColumnNames());
        KernelSchema all = new KernelSchema(schema);
        reader = new DataFileReader(table.engine(), table.folder(), all);
        writer = new DataFileWriter(table.engine(), table.log().snapshot().getPath(), all);
    }

    /** Those of the newest version; `known`, which may be null, when they are still the same. */
    static StoredColumns of(TableParts table, StoredColumns known) {
        Snapshot snapshot = table.log().snapshot();
        return known != null && known.struct.equals(snapshot.getSchema())
                ? known : new StoredColumns(table, snapshot);
    }

    int count() {
        return schema.columns().size();
    }

    /** One new file with the rows of files of one partition value, in their order. */
    DataFile rewrite(List<DataFile> files) {
        List<Object[]> rows = new ArrayList<>();
        reader.read(files, TableCommit.allColumns(schema), rows::add);
        List<DataFile> written = writer.write(rows.iterator());
        if (written.size() != 1) {
            throw new IllegalStateException("Rows of one partition value of " + table.name()
                    + " made " + written.size() + " files.");
        }
        return written.get(0);
    }

    /** The file with its size, age and statistics, read from what lies on disk. */
    DataFile described(DataFile file) {
        return writer.described(file, table.folder());
    }
}
