package deltadesk.streaming.batch;

import deltadesk.streaming.layers.LayerRows;
import deltadesk.streaming.parse.Stage;

/**
 * Rows that a micro-batch gave, the same when it is replayed. `late` are rows of Silver that at
 * least one window table leaves out: their window had closed.
 */
public record BatchCounts(
        int input,
        int bronze,
        int silver,
        int duplicates,
        int late,
        int rejectedParse,
        int rejectedSchema,
        int rejectedRule) {
    static BatchCounts of(LayerRows rows, DuplicateDecision.Outcome outcome, int late) {
        return new BatchCounts(
                rows.recordCount(), rows.bronzeCount(), outcome.silver().size(),
                outcome.duplicates().size(), late, rows.rejectedCount(Stage.PARSE),
                rows.rejectedCount(Stage.SCHEMA), rows.rejectedCount(Stage.RULE));
    }
}
