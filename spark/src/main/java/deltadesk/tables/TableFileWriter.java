package deltadesk.tables;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Writes data files of a table that somebody else commits: a task of Spark, say, while the driver
 * hands all tasks' files to {@link DeltaTable#appendFiles} in one commit. It is sent to tasks as
 * it is, needs no open table and may be used by many threads: names of files are random. Files
 * that are never committed are in no version; a vacuum finds them.
 */
public final class TableFileWriter implements Serializable {
    private final String tablePath;
    private final TableSchema schema;
    private transient DataFileWriter writer;

    /** `tableFolder` is that of an existing table with that schema. */
    TableFileWriter(Path tableFolder, TableSchema schema) {
        this.tablePath = tableFolder.toString();
        this.schema = schema;
    }

    /**
     * One file for each value of the partition columns, rows in the order given; no rows give no
     * files. Empty text in a partition column becomes null in the rows.
     */
    public List<DataFile> write(List<Object[]> rows) {
        return writer().write(rows);
    }

    /**
     * The same for rows that are made one after another and gone from memory once they are written.
     * Very long ones of several partitions may take several files of each.
     */
    public List<DataFile> write(Iterator<Object[]> rows) {
        return writer().write(rows);
    }

    private synchronized DataFileWriter writer() {
        if (writer == null) {
            writer = new DataFileWriter(
                    LakeEngine.shared(), TableLog.resolved(tablePath), new KernelSchema(schema));
        }
        return writer;
    }
}
