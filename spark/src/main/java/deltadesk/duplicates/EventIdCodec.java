package deltadesk.duplicates;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * How the index writes its entries. Ids are prefixed, so that no id can be the stamp. All numbers
 * are big-endian.
 */
final class EventIdCodec {
    /** The key of the stamp. */
    static final byte[] STAMP_KEY = {0};
    private static final byte ID_PREFIX = 1;

    private EventIdCodec() {}

    /** What the index contains: a Silver table, told by its id, up to a version. */
    record Stamp(long silverVersion, String silverId) {}

    static byte[] key(String eventId) {
        byte[] text = eventId.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(text.length + 1).put(ID_PREFIX).put(text).array();
    }

    static byte[] value(Winner winner) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(winner.partition()).putLong(winner.offset()).array();
    }

    static Winner winner(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        return new Winner(buffer.getInt(), buffer.getLong());
    }

    static byte[] value(Stamp stamp) {
        byte[] id = stamp.silverId().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + id.length)
                .putLong(stamp.silverVersion()).put(id).array();
    }

    /** Null for null: an index that was never finished has no stamp. */
    static Stamp stamp(byte[] value) {
        if (value == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(value);
        return new Stamp(
                buffer.getLong(), StandardCharsets.UTF_8.decode(buffer).toString());
    }
}
