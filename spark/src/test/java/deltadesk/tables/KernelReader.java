package deltadesk.tables;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/** Another reader of a table: the Kernel as it comes, with a listing and a snapshot of its own. */
final class KernelReader {
    private final Engine engine = DefaultEngine.create(new Configuration(false));
    private final KernelSchema schema;
    private final Snapshot snapshot;

    /** Holds the newest version from now on. */
    KernelReader(Path tableFolder, TableSchema schema) {
        this.schema = new KernelSchema(schema);
        snapshot = TableManager.loadSnapshot(tableFolder.toString()).build(engine);
    }

    long version() {
        return snapshot.getVersion();
    }

    OptionalLong transactionVersion(String appId) {
        return snapshot.getLatestTransactionVersion(engine, appId)
                .map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    List<Object[]> rows() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        Scan scan = snapshot.getScanBuilder().build();
        Row state = scan.getScanState(engine);
        try (CloseableIterator<Row> files = Utils.intoRows(scan.getScanFiles(engine))) {
            while (files.hasNext()) {
                Row file = files.next();
                FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
                try (CloseableIterator<FilteredColumnarBatch> batches = Scan.transformPhysicalData(
                        engine, state, file, engine.getParquetHandler().readParquetFiles(
                                Utils.singletonCloseableIterator(status),
                                ScanStateRow.getPhysicalDataReadSchema(state), Optional.empty())
                                .map(FileReadResult::getData))) {
                    batches.forEachRemaining(batch -> add(batch, rows));
                }
            }
        }
        return rows;
    }

    private void add(FilteredColumnarBatch batch, List<Object[]> rows) {
        for (int row = 0; row < batch.getData().getSize(); row++) {
            int each = row;
            rows.add(IntStream.range(0, schema.schema().columns().size())
                    .mapToObj(index -> schema.type(index).value(
                            batch.getData().getColumnVector(index), each)).toArray());
        }
    }
}
