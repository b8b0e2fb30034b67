package deltadesk.tables;

import io.delta.kernel.Snapshot;
import io.delta.kernel.types.StructField;
import java.nio.file.Path;
import java.util.List;

/** Compares the columns of a table on disk with the declared ones. */
final class SchemaComparison {
    private SchemaComparison() {}

    /** {@link SchemaMismatchException} that names the first difference. */
    static void check(String table, Path folder, Snapshot snapshot, TableSchema declared) {
        String difference = firstDifference(snapshot, declared);
        if (difference != null) {
            throw new SchemaMismatchException(table, folder, difference);
        }
    }

    private static String firstDifference(Snapshot snapshot, TableSchema declared) {
        List<StructField> stored = snapshot.getSchema().fields();
        List<ColumnSpec> columns = declared.columns();
        for (int index = 0; index < Math.max(stored.size(), columns.size()); index++) {
            if (index >= stored.size()) {
                return "column " + columns.get(index).name() + " ("
                        + columns.get(index).type() + ") is declared but not in the table";
            }
            String name = stored.get(index).getName();
            String type = ColumnType.wordFor(stored.get(index).getDataType());
            if (index >= columns.size()) {
                return "column " + name + " (" + type + ") is in the table but not declared";
            }
            ColumnSpec column = columns.get(index);
            if (!column.name().equals(name)) {
                return "column " + (index + 1) + " is " + name + " (" + type
                        + ") in the table and " + column.name() + " (" + column.type()
                        + ") as declared";
            }
            if (!column.type().equals(type)) {
                return "column " + name + " is " + type + " in the table and " + column.type()
                        + " as declared";
            }
        }
        List<String> partitions = snapshot.getPartitionColumnNames();
        return partitions.equals(declared.partitionColumns()) ? null
                : "its partition columns are " + partitions + " in the table and "
                        + declared.partitionColumns() + " as declared";
    }
}
