package deltadesk.tables;

import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.utils.CloseableIterator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Rows of the first row's partition, a chunk at a time, as the Kernel's Parquet writer pulls them:
 * what was written is garbage at once, so a long source needs no room for all its rows. Most rows
 * that come together are of one day; rows of other partitions are set aside, and when they are long
 * together this ends before the source does.
 */
final class FirstPartition implements CloseableIterator<FilteredColumnarBatch> {
    private static final int CHUNK_ROWS = 1_000;
    /** Characters of text and bytes, which one value can have a million of. */
    private static final int CHUNK_LENGTH = 4_000_000;
    /** The same of rows set aside. */
    private static final int OTHERS_LENGTH = 16_000_000;

    private final Iterator<Object[]> rows;
    private final KernelSchema schema;
    private final List<Object[]> others = new ArrayList<>();
    private long othersLength;
    private List<Object[]> chunk = new ArrayList<>();
    private long chunkLength;
    /** Null when there are no rows at all. */
    private final Object[] first;

    FirstPartition(Iterator<Object[]> rows, KernelSchema schema) {
        this.rows = rows;
        this.schema = schema;
        first = rows.hasNext() ? rows.next() : null;
        if (first != null) {
            RowGroups.emptyToNull(first, schema.partitionIndexes());
            addToChunk(first);
        }
    }

    /** The row whose partition this is; null when there are no rows. */
    Object[] first() {
        return first;
    }

    /** Rows of other partitions, in the order given, once this has no more chunks. */
    List<Object[]> others() {
        return others;
    }

    @Override
    public boolean hasNext() {
        while (chunk.size() < CHUNK_ROWS && chunkLength < CHUNK_LENGTH
                && othersLength < OTHERS_LENGTH && rows.hasNext()) {
            Object[] row = rows.next();
            RowGroups.emptyToNull(row, schema.partitionIndexes());
            if (RowGroups.isSame(first, row, schema.partitionIndexes())) {
                addToChunk(row);
            } else {
                others.add(row);
                othersLength += length(row);
            }
        }
        return !chunk.isEmpty();
    }

    private void addToChunk(Object[] row) {
        chunk.add(row);
        chunkLength += length(row);
    }

    private static long length(Object[] row) {
        long length = 0;
        for (Object value : row) {
            length += value instanceof String text ? text.length()
                    : value instanceof byte[] bytes ? bytes.length : 0;
        }
        return length;
    }

    @Override
    public FilteredColumnarBatch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Object[]> full = chunk;
        chunk = new ArrayList<>(CHUNK_ROWS);
        chunkLength = 0;
        return new FilteredColumnarBatch(new RowBatch(full, schema), Optional.empty());
    }

    @Override
    public void close() {}
}
