package deltadesk.streaming.batch;

import deltadesk.streaming.source.PlannedBatch;
import deltadesk.tables.DataFile;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.TableFileWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Adds the rows of one query's batches to the row-level tables: each batch once, in one commit. */
final class BatchAppends {
    /** Rows of a table from which on two files are written side by side. */
    private static final int MANY_ROWS = 20_000;
    private final String queryId;

    BatchAppends(String queryId) {
        this.queryId = queryId;
    }

    /** Whether the table has the batch already. */
    boolean holds(DeltaTable table, PlannedBatch batch) {
        return table.transactionVersion(queryId).orElse(-1) >= batch.batchId();
    }

    /**
     * Whether this call committed anything: not when there is nothing or it is there already. Of
     * many pages one after the other is in memory.
     */
    boolean append(
            DeltaTable table,
            PlannedBatch batch,
            Stream<List<Object[]>> pages,
            String part,
            BatchDurations durations) {
        if (holds(table, batch)) {
            return false;
        }
        Iterator<List<Object[]>> each = pages.filter(page -> !page.isEmpty()).iterator();
        if (!each.hasNext()) {
            return false;
        }
        List<Object[]> first = each.next();
        durations.measure(part, () -> {
            if (each.hasNext()) {
                return table.appendFiles(queryId, batch.batchId(),
                        table.fileWriter().write(rows(first, each)));
            }
            return first.size() < MANY_ROWS
                    ? table.append(queryId, batch.batchId(), first)
                    : table.appendFiles(queryId, batch.batchId(), inTwoParts(table, first));
        });
        return true;
    }

    private static Iterator<Object[]> rows(
            List<Object[]> first, Iterator<List<Object[]>> others) {
        Iterable<List<Object[]>> rest = () -> others;
        return Stream.concat(Stream.of(first), StreamSupport.stream(rest.spliterator(), false))
                .flatMap(List::stream).iterator();
    }

    /** The same for rows of which many are in `files` that tasks wrote. */
    void appendFiles(
            DeltaTable table,
            PlannedBatch batch,
            List<DataFile> files,
            List<Object[]> added,
            String part,
            BatchDurations durations) {
        durations.measure(part, () -> {
            List<DataFile> all = new ArrayList<>(files);
            all.addAll(table.fileWriter().write(added));
            return table.appendFiles(queryId, batch.batchId(), all);
        });
    }

    /** Files for many rows, written side by side. */
    private static List<DataFile> inTwoParts(DeltaTable table, List<Object[]> rows) {
        TableFileWriter writer = table.fileWriter();
        int middle = rows.size() / 2;
        CompletableFuture<List<DataFile>> second = CompletableFuture.supplyAsync(
                () -> writer.write(rows.subList(middle, rows.size())));
        List<DataFile> files = new ArrayList<>(writer.write(rows.subList(0, middle)));
        files.addAll(second.join());
        return files;
    }
}
