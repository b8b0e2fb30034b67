package deltadesk.streaming.layers;

import deltadesk.tables.DataFile;
import deltadesk.tables.TableFileWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/**
 * Keeps a task's rows of Bronze back from its block and writes them into files there and then: of a
 * large batch Bronze is the greater part, and the driver has no use for its rows. A row is made
 * when the writer asks for it, so the task never holds more than it writes at once.
 */
final class BronzeFiles implements RowSink, Iterator<Object[]> {
    private final RowDecoder decoder;
    private final int timestamp;
    private final RowBlock others;
    private Iterator<InternalRow> records;
    private Consumer<InternalRow> take;
    private long[] timestamps = new long[1024];
    private int count;
    /** The row of Bronze that the record taken last gave; null when it gave none or is written. */
    private Object[] row;

    /** `timestamp` is Bronze's column of the Kafka timestamp; `others` takes all other rows. */
    BronzeFiles(RowDecoder decoder, int timestamp, RowBlock others) {
        this.decoder = decoder;
        this.timestamp = timestamp;
        this.others = others;
    }

    @Override
    public void add(RowKind kind, UnsafeRow added) {
        if (kind == RowKind.BRONZE) {
            row = decoder.decode(added);
        } else {
            others.add(kind, added);
        }
    }

    /** Sends each of `records` through `take`, which adds what it gives here, one row of Bronze. */
    ArrayList<DataFile> write(
            TableFileWriter writer, Iterator<InternalRow> records, Consumer<InternalRow> take) {
        this.records = records;
        this.take = take;
        return new ArrayList<>(writer.write(this));
    }

    /** Of the rows written, microseconds since 1970 UTC. */
    long[] timestamps() {
        return Arrays.copyOf(timestamps, count);
    }

    @Override
    public boolean hasNext() {
        while (row == null && records.hasNext()) {
            take.accept(records.next());
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
        if (count == timestamps.length) {
            timestamps = Arrays.copyOf(timestamps, 2 * count);
        }
        timestamps[count++] = (Long) taken[timestamp];
        return taken;
    }
}
