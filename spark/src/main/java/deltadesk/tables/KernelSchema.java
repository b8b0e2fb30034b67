package deltadesk.tables;

import io.delta.kernel.expressions.Column;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table's schema in the Kernel's types: all columns, and those stored in the data files, which
 * leave the partition columns out (Delta protocol, "Partition columns").
 */
final class KernelSchema {
    private final TableSchema schema;
    private final ColumnType[] types;
    private final StructType all;
    private final StructType stored;
    private final int[] storedIndexes;
    private final int[] partitionIndexes;

    KernelSchema(TableSchema schema) {
        this.schema = schema;
        types = schema.columns().stream()
                .map(column -> ColumnType.of(column.type())).toArray(ColumnType[]::new);
        partitionIndexes = schema.partitionColumns().stream().mapToInt(schema::indexOf).toArray();
        storedIndexes = IntStream.range(0, types.length)
                .filter(index -> IntStream.of(partitionIndexes).noneMatch(each -> each == index))
                .toArray();
        all = struct(IntStream.range(0, types.length).toArray());
        stored = struct(storedIndexes);
    }

    private StructType struct(int[] indexes) {
        StructType struct = new StructType();
        for (int index : indexes) {
            ColumnSpec column = schema.columns().get(index);
            FieldMetadata metadata = column.comment() == null ? FieldMetadata.empty()
                    : FieldMetadata.builder().putString("comment", column.comment()).build();
            struct = struct.add(new StructField(
                    column.name(), types[index].kernelType(), true, metadata));
        }
        return struct;
    }

    TableSchema schema() {
        return schema;
    }

    StructType all() {
        return all;
    }

    StructType stored() {
        return stored;
    }

    /** Positions, in a row, of the stored columns. */
    int[] storedIndexes() {
        return storedIndexes;
    }

    /** Positions, in a row, of the partition columns, in the order of the folders. */
    int[] partitionIndexes() {
        return partitionIndexes;
    }

    ColumnType type(int index) {
        return types[index];
    }

    String name(int index) {
        return schema.columns().get(index).name();
    }

    /**
     * What a data file's statistics cover: the protocol's default, the first 32 columns. Bytes have
     * no order that a reader could look for.
     */
    List<Column> statisticsColumns() {
        return IntStream.of(storedIndexes).limit(32)
                .filter(index -> type(index).kernelType() != BinaryType.BINARY)
                .mapToObj(index -> new Column(name(index))).toList();
    }
}
