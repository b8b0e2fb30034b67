package deltadesk.streaming.layers;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;

/**
 * Rows of several tables as bytes, in the order they were added: how a task hands its rows to the
 * driver. Each row is preceded by its kind and its size in bytes, four bytes each.
 */
final class RowBlock implements RowSink, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int HEAD_BYTES = 8;
    private static final RowKind[] KINDS = RowKind.values();

    private final ArrayList<Chunk> chunks = new ArrayList<>();
    private long size;

    /** Whole rows. */
    private static final class Chunk implements Serializable {
        private static final long serialVersionUID = 1L;
        private transient byte[] bytes;
        private int size;

        Chunk(byte[] bytes) {
            this.bytes = bytes;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.defaultWriteObject();
            out.write(bytes, 0, size);
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            bytes = in.readNBytes(size);
        }
    }

    @Override
    public void add(RowKind kind, UnsafeRow row) {
        int rowBytes = row.getSizeInBytes();
        Chunk chunk = withRoomFor(HEAD_BYTES + rowBytes);
        long at = Platform.BYTE_ARRAY_OFFSET + (long) chunk.size;
        Platform.putInt(chunk.bytes, at, kind.ordinal());
        Platform.putInt(chunk.bytes, at + 4, rowBytes);
        row.writeToMemory(chunk.bytes, at + HEAD_BYTES);
        chunk.size += HEAD_BYTES + rowBytes;
        size += HEAD_BYTES + rowBytes;
    }

    private Chunk withRoomFor(int more) {
        Chunk last = chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
        if (last == null || last.bytes.length - last.size < more) {
            last = new Chunk(more <= RowChunks.BYTES ? RowChunks.take() : new byte[more]);
            chunks.add(last);
        }
        return last;
    }

    long sizeBytes() {
        return size;
    }

    /** Gives up all rows, and the memory that they took. */
    void clear() {
        chunks.forEach(chunk -> RowChunks.give(chunk.bytes));
        chunks.clear();
        size = 0;
    }

    /** The rows into a file. */
    void writeTo(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Chunk chunk : chunks) {
                out.write(chunk.bytes, 0, chunk.size);
            }
        }
    }

    /** What {@link #writeTo} wrote; of any length, since each row is read by itself. */
    static RowBlock readFrom(Path file) throws IOException {
        RowBlock block = new RowBlock();
        Chunk all = new Chunk(Files.readAllBytes(file));
        all.size = all.bytes.length;
        block.chunks.add(all);
        block.size = all.size;
        return block;
    }

    /** Receives the rows of a block; the row object is used again for the next call. */
    interface Receiver {
        void accept(RowKind kind, UnsafeRow row);
    }

    /** Rows of one kind have `columnCounts[kind]` columns. */
    void read(int[] columnCounts, Receiver receiver) {
        UnsafeRow[] rows = Arrays.stream(columnCounts).mapToObj(UnsafeRow::new)
                .toArray(UnsafeRow[]::new);
        for (Chunk chunk : chunks) {
            for (int at = 0; at < chunk.size; ) {
                int kind = Platform.getInt(chunk.bytes, Platform.BYTE_ARRAY_OFFSET + at);
                int rowBytes = Platform.getInt(chunk.bytes, Platform.BYTE_ARRAY_OFFSET + at + 4);
                at += HEAD_BYTES;
                rows[kind].pointTo(chunk.bytes, Platform.BYTE_ARRAY_OFFSET + (long) at, rowBytes);
                receiver.accept(KINDS[kind], rows[kind]);
                at += rowBytes;
            }
        }
    }
}
