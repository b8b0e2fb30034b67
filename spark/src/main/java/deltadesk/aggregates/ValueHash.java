package deltadesk.aggregates;

import java.nio.charset.StandardCharsets;

/** A 64-bit hash of a column's value that never changes: distinct sets on disk depend on it. */
final class ValueHash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private ValueHash() {}

    /** FNV-1a over the value's bytes, finished by the mixer of MurmurHash3 (fmix64). */
    static long of(Object value) {
        long hash = FNV_OFFSET;
        byte[] bytes = value instanceof byte[] binary
                ? binary : value.toString().getBytes(StandardCharsets.UTF_8);
        for (byte each : bytes) {
            hash = (hash ^ (each & 0xff)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
