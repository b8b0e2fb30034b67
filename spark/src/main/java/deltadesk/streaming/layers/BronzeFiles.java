package deltadesk.streaming.layers;

import deltadesk.tables.TableFileWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/**
 * Keeps a task's rows of Bronze back from its block and writes them into files there and then: of a
 * large batch Bronze is the greater part, and the driver has no use for its rows.
 */
final class BronzeFiles implements RowSink {
    private final RowDecoder decoder;
    private final int timestamp;
    private final RowBlock others;
    private final List<Object[]> rows = new ArrayList<>();

    /** `timestamp` is Bronze's column of the Kafka timestamp; `others` takes all other rows. */
    BronzeFiles(RowDecoder decoder, int timestamp, RowBlock others) {
        this.decoder = decoder;
        this.timestamp = timestamp;
        this.others = others;
    }

    @Override
    public void add(RowKind kind, UnsafeRow row) {
        if (kind == RowKind.BRONZE) {
            rows.add(decoder.decode(row));
        } else {
            others.add(kind, row);
        }
    }

    TaskRows write(TableFileWriter writer) {
        long[] timestamps = rows.stream().mapToLong(row -> (Long) row[timestamp]).toArray();
        return new TaskRows(others.toBytes(), new ArrayList<>(writer.write(rows)), timestamps);
    }
}
