package deltadesk.streaming.layers;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Pieces of memory for {@link RowBlock}s, used again from batch to batch. Rows of a large batch
 * live long enough for a collector to copy them twice; a piece that stays is never copied again.
 */
final class RowChunks {
    static final int BYTES = 64 * 1024;
    private static final Deque<byte[]> FREE = new ArrayDeque<>();
    /** Since the last {@link #keepAsUsed}. */
    private static int taken;

    private RowChunks() {}

    /** With whatever it held before. */
    static synchronized byte[] take() {
        taken++;
        byte[] free = FREE.poll();
        return free == null ? new byte[BYTES] : free;
    }

    /** Takes back what nobody reads any more; pieces of another size are left to the collector. */
    static synchronized void give(byte[] chunk) {
        if (chunk.length == BYTES) {
            FREE.push(chunk);
        }
    }

    /** Keeps as many as were taken since the last call: a large batch is followed by its like. */
    static synchronized void keepAsUsed() {
        while (FREE.size() > taken) {
            FREE.poll();
        }
        taken = 0;
    }
}
