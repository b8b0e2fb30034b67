package deltadesk.streaming.layers;

import deltadesk.streaming.parse.RecordText;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** One record as Spark's Kafka source gives it; `bytes` is null for a record without value. */
record KafkaRecord(
        RecordText key,
        byte[] bytes,
        RecordText value,
        UTF8String topic,
        int partition,
        long offset,
        long timestampMicros) {
    /** Columns of the source: key, value, topic, partition, offset, timestamp. */
    static KafkaRecord of(InternalRow row) {
        byte[] bytes = row.isNullAt(1) ? null : row.getBinary(1);
        return new KafkaRecord(
                RecordText.of(row.isNullAt(0) ? null : row.getBinary(0)),
                bytes,
                RecordText.of(bytes),
                row.getUTF8String(2).clone(),
                row.getInt(3),
                row.getLong(4),
                row.getLong(5));
    }
}
