package deltadesk.tables;

import io.delta.kernel.Snapshot;
import io.delta.kernel.types.StructField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a table on disk against the declared ones. They are matched by name, as every
 * Delta reader and our own data files do: their order says nothing.
 *
 * @param missing declared columns that the table lacks
 * @param undeclared columns of the table that are not declared, with the words for their types
 */
record SchemaComparison(List<ColumnSpec> missing, Map<String, String> undeclared) {
    private static final String KEEP_TYPE =
            "Change it back, or declare the new type under a new column name";

    /** {@link SchemaMismatchException} for another type or other partition columns. */
    static SchemaComparison of(
            String table, Path folder, Snapshot snapshot, TableSchema declared) {
        Map<String, String> stored = new LinkedHashMap<>();
        for (StructField field : snapshot.getSchema().fields()) {
            stored.put(field.getName(), ColumnType.wordFor(field.getDataType()));
        }
        List<ColumnSpec> missing = new ArrayList<>();
        for (ColumnSpec column : declared.columns()) {
            String type = stored.remove(column.name());
            if (type == null) {
                missing.add(column);
            } else if (!type.equals(column.type())) {
                throw new SchemaMismatchException(table, folder, "column " + column.name() + " is "
                        + type + " in the table and " + column.type() + " as declared", KEEP_TYPE);
            }
        }
        List<String> partitions = snapshot.getPartitionColumnNames();
        if (!partitions.equals(declared.partitionColumns())) {
            throw new SchemaMismatchException(table, folder, "its partition columns are "
                    + partitions + " in the table and " + declared.partitionColumns()
                    + " as declared", "Change them back");
        }
        return new SchemaComparison(missing, stored);
    }
}
