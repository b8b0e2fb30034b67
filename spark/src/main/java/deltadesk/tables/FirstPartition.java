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
 * that come together are of one day; rows of other partitions are set aside.
 */
final class FirstPartition implements CloseableIterator<FilteredColumnarBatch> {
    private static final int CHUNK_ROWS = 1_000;

    private final Iterator<Object[]> rows;
    private final KernelSchema schema;
    private final List<Object[]> others = new ArrayList<>();
    private List<Object[]> chunk = new ArrayList<>();
    /** Null when there are no rows at all. */
    private final Object[] first;

    FirstPartition(Iterator<Object[]> rows, KernelSchema schema) {
        this.rows = rows;
        this.schema = schema;
        first = rows.hasNext() ? rows.next() : null;
        if (first != null) {
            RowGroups.emptyToNull(first, schema.partitionIndexes());
            chunk.add(first);
        }
    }

    /** The row whose partition this is; null when there are no rows. */
    Object[] first() {
        return first;
    }

    /** Rows of other partitions, in the order given: all of them once this has no more chunks. */
    List<Object[]> others() {
        return others;
    }

    @Override
    public boolean hasNext() {
        while (chunk.size() < CHUNK_ROWS && rows.hasNext()) {
            Object[] row = rows.next();
            RowGroups.emptyToNull(row, schema.partitionIndexes());
            boolean isOfFirst = RowGroups.isSame(first, row, schema.partitionIndexes());
            (isOfFirst ? chunk : others).add(row);
        }
        return !chunk.isEmpty();
    }

    @Override
    public FilteredColumnarBatch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Object[]> full = chunk;
        chunk = new ArrayList<>(CHUNK_ROWS);
        return new FilteredColumnarBatch(new RowBatch(full, schema), Optional.empty());
    }

    @Override
    public void close() {}
}
