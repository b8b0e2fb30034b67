package deltadesk.tables;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.types.StructType;
import java.util.List;

/** Rows of a table without their partition columns, as the Kernel's Parquet writer takes them. */
record RowBatch(List<Object[]> rows, KernelSchema schema) implements ColumnarBatch {
    @Override
    public StructType getSchema() {
        return schema.stored();
    }

    @Override
    public ColumnVector getColumnVector(int ordinal) {
        return new RowVector(
                rows,
                schema.storedIndexes()[ordinal],
                schema.stored().at(ordinal).getName(),
                schema.stored().at(ordinal).getDataType());
    }

    @Override
    public int getSize() {
        return rows.size();
    }
}
