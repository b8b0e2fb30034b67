package deltadesk.streaming.layers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;

/**
 * Rows of several tables in one byte array, in the order they were added: how a task hands its rows
 * to the driver. Each row is preceded by its kind and its size in bytes, four bytes each.
 */
final class RowBlock implements RowSink {
    private static final int HEAD_BYTES = 8;
    private static final RowKind[] KINDS = RowKind.values();

    private byte[] bytes = new byte[64 * 1024];
    private int size;

    @Override
    public void add(RowKind kind, UnsafeRow row) {
        int rowBytes = row.getSizeInBytes();
        reserve(HEAD_BYTES + rowBytes);
        Platform.putInt(bytes, Platform.BYTE_ARRAY_OFFSET + size, kind.ordinal());
        Platform.putInt(bytes, Platform.BYTE_ARRAY_OFFSET + size + 4, rowBytes);
        row.writeToMemory(bytes, Platform.BYTE_ARRAY_OFFSET + (long) size + HEAD_BYTES);
        size += HEAD_BYTES + rowBytes;
    }

    int sizeBytes() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The same into a file. */
    void writeTo(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes, 0, size);
        }
    }

    /** Receives the rows of a block; the row object is used again for the next call. */
    interface Receiver {
        void accept(RowKind kind, UnsafeRow row);
    }

    /** Rows of one kind have `columnCounts[kind]` columns. */
    static void read(byte[] bytes, int[] columnCounts, Receiver receiver) {
        UnsafeRow[] rows = Arrays.stream(columnCounts).mapToObj(UnsafeRow::new)
                .toArray(UnsafeRow[]::new);
        for (int at = 0; at < bytes.length; ) {
            int kind = Platform.getInt(bytes, Platform.BYTE_ARRAY_OFFSET + at);
            int rowBytes = Platform.getInt(bytes, Platform.BYTE_ARRAY_OFFSET + at + 4);
            at += HEAD_BYTES;
            rows[kind].pointTo(bytes, Platform.BYTE_ARRAY_OFFSET + (long) at, rowBytes);
            receiver.accept(KINDS[kind], rows[kind]);
            at += rowBytes;
        }
    }

    private void reserve(int more) {
        long needed = (long) size + more;
        if (needed > bytes.length) {
            long doubled = Math.min(Integer.MAX_VALUE - 16, Math.max(needed, 2L * bytes.length));
            if (needed > doubled) {
                throw new IllegalStateException("A micro-batch holds more than 2 GB of rows; "
                        + "lower maxOffsetsPerTrigger.");
            }
            bytes = Arrays.copyOf(bytes, (int) doubled);
        }
    }
}
