package deltadesk.streaming.layers;

import java.util.ArrayList;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/** A task's rows of Silver and its refused ones: the last block of them, and files before it. */
final class SpillingRows implements RowSink {
    private final SpillFolder folder;
    private final ArrayList<String> files = new ArrayList<>();
    private final RowBlock block = new RowBlock();

    SpillingRows(SpillFolder folder) {
        this.folder = folder;
    }

    @Override
    public void add(RowKind kind, UnsafeRow row) {
        if (block.sizeBytes() >= folder.blockBytes()) {
            files.add(folder.write(block));
            block.clear();
        }
        block.add(kind, row);
    }

    /** Those that go to the driver. */
    RowBlock block() {
        return block;
    }

    /** With the rows before them, in order. */
    ArrayList<String> files() {
        return files;
    }
}
