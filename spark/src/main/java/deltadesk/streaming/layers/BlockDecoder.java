package deltadesk.streaming.layers;

import java.util.function.Consumer;

/** Reads the rows of {@link RowBlock}s as those of their tables. */
final class BlockDecoder {
    private final RowDecoder[] decoders;
    private final int[] columnCounts;

    /** One decoder for each {@link RowKind}, in their order. */
    BlockDecoder(RowDecoder... decoders) {
        this.decoders = decoders;
        columnCounts = new int[decoders.length];
        for (int kind = 0; kind < decoders.length; kind++) {
            columnCounts[kind] = decoders[kind].columnCount();
        }
    }

    /** Hands over the rows of one kind, in their order. */
    void read(RowBlock block, RowKind wanted, Consumer<Object[]> consumer) {
        RowDecoder decoder = decoders[wanted.ordinal()];
        block.read(columnCounts, (kind, row) -> {
            if (kind == wanted) {
                consumer.accept(decoder.decode(row));
            }
        });
    }
}
