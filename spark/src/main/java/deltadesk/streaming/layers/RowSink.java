package deltadesk.streaming.layers;

import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/** Takes the rows of a task, in order; a row is used again after the call. */
interface RowSink {
    void add(RowKind kind, UnsafeRow row);
}
