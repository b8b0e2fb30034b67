package deltadesk.streaming.layers;

import deltadesk.definition.EngineColumns;
import deltadesk.tables.DataFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;

/**
 * Takes a task's rows of Bronze where its {@link BronzeTarget} says. They are by far the most bytes
 * of a batch, since they hold the original texts, and the driver has no use for them: few go there
 * in a block and share one file, many are written where they are. For writing a row is made when
 * the writer asks for it, so that a task never holds more than it writes at once.
 */
final class BronzeRows implements RowSink, Iterator<Object[]> {
    private final BronzeTarget target;
    private final StructType schema;
    private final List<String> tableColumns;
    private final int partition;
    private final int offset;
    private final RowSink others;
    private final RowBlock block = new RowBlock();
    private Iterator<InternalRow> records;
    private Consumer<InternalRow> take;
    /** Null until rows are to be written: most tasks never need one. */
    private RowDecoder decoder;
    /** Those of the block, once they are to be written; then the records go on. */
    private Iterator<Object[]> earlier;
    /** What the record taken last gave for writing; null when it gave none or is written. */
    private Object[] row;

    /**
     * `schema` is that of the rows taken, `tableColumns` are those of the table, see
     * {@link RowDecoder}; `others` takes the rows of other tables.
     */
    BronzeRows(
            BronzeTarget target,
            StructType schema,
            List<String> tableColumns,
            RowSink others) {
        this.target = target;
        this.schema = schema;
        this.tableColumns = tableColumns;
        this.others = others;
        partition = schema.fieldIndex(EngineColumns.KAFKA_PARTITION);
        offset = schema.fieldIndex(EngineColumns.KAFKA_OFFSET);
    }

    @Override
    public void add(RowKind kind, UnsafeRow added) {
        if (kind != RowKind.BRONZE) {
            others.add(kind, added);
            return;
        }
        if (!target.missing().contain(added.getInt(partition), added.getLong(offset))) {
            return;
        }
        if (decoder != null) {
            row = decoder.decode(added);
        } else {
            block.add(kind, added);
        }
    }

    /**
     * Sends each of `records` through `take`, which adds what it gives here, one row of Bronze.
     * Returns the files written: none, or all the task's missing rows.
     */
    ArrayList<DataFile> run(Iterator<InternalRow> records, Consumer<InternalRow> take) {
        this.records = records;
        this.take = take;
        while (block.sizeBytes() < target.blockBytes() && records.hasNext()) {
            take.accept(records.next());
        }
        if (block.sizeBytes() < target.blockBytes()) {
            return new ArrayList<>();
        }
        decoder = new RowDecoder(schema, tableColumns);
        earlier = decoded(block).iterator();
        block.clear();
        return new ArrayList<>(target.writer().write(this));
    }

    private List<Object[]> decoded(RowBlock block) {
        int[] columnCounts = new int[RowKind.values().length];
        columnCounts[RowKind.BRONZE.ordinal()] = decoder.columnCount();
        List<Object[]> rows = new ArrayList<>();
        block.read(columnCounts, (kind, each) -> rows.add(decoder.decode(each)));
        return rows;
    }

    /** The rows that go to the driver: all that are missing, or none. */
    RowBlock block() {
        return block;
    }

    @Override
    public boolean hasNext() {
        while (row == null && (earlier.hasNext() || records.hasNext())) {
            if (earlier.hasNext()) {
                row = earlier.next();
            } else {
                take.accept(records.next());
            }
        }
        return row != null;
    }

    @Override
    public Object[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object[] taken = row;
        row = null;
        return taken;
    }
}
