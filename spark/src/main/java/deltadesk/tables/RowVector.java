package deltadesk.tables;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DecimalType;
import java.math.BigDecimal;
import java.util.List;

/** One column of a list of rows, seen as the Kernel's column vector: nothing is copied. */
final class RowVector implements ColumnVector {
    private final List<Object[]> rows;
    private final int column;
    private final String name;
    private final DataType type;

    RowVector(List<Object[]> rows, int column, String name, DataType type) {
        this.rows = rows;
        this.column = column;
        this.name = name;
        this.type = type;
    }

    @Override
    public DataType getDataType() {
        return type;
    }

    @Override
    public int getSize() {
        return rows.size();
    }

    @Override
    public void close() {}

    @Override
    public boolean isNullAt(int row) {
        return rows.get(row)[column] == null;
    }

    @Override
    public boolean getBoolean(int row) {
        return (Boolean) rows.get(row)[column];
    }

    @Override
    public int getInt(int row) {
        return (Integer) rows.get(row)[column];
    }

    @Override
    public long getLong(int row) {
        return (Long) rows.get(row)[column];
    }

    @Override
    public double getDouble(int row) {
        return (Double) rows.get(row)[column];
    }

    @Override
    public String getString(int row) {
        return (String) rows.get(row)[column];
    }

    @Override
    public byte[] getBinary(int row) {
        return (byte[]) rows.get(row)[column];
    }

    /** Checked, since the Kernel's Parquet writer trusts the scale and cuts digits off. */
    @Override
    public BigDecimal getDecimal(int row) {
        BigDecimal value = (BigDecimal) rows.get(row)[column];
        DecimalType decimal = (DecimalType) type;
        if (value.scale() != decimal.getScale() || value.precision() > decimal.getPrecision()) {
            throw new IllegalArgumentException(
                    value + " does not fit column " + name + " " + ColumnType.wordFor(type) + ".");
        }
        return value;
    }
}
