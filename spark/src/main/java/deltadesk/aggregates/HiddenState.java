package deltadesk.aggregates;

import java.nio.ByteBuffer;

/** The bytes of column `_state`: for each measure a length, -1 for nothing hidden, and its bytes. */
final class HiddenState {
    private HiddenState() {}

    static byte[] encode(byte[][] parts) {
        int size = 0;
        for (byte[] part : parts) {
            size += Integer.BYTES + (part == null ? 0 : part.length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            bytes.putInt(part == null ? -1 : part.length);
            if (part != null) {
                bytes.put(part);
            }
        }
        return bytes.array();
    }

    static byte[][] decode(byte[] state, int count) {
        byte[][] parts = new byte[count][];
        ByteBuffer bytes = ByteBuffer.wrap(state);
        for (int each = 0; each < count; each++) {
            int length = bytes.getInt();
            if (length >= 0) {
                parts[each] = new byte[length];
                bytes.get(parts[each]);
            }
        }
        return parts;
    }
}
