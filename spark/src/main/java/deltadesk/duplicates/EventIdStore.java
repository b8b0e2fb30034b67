package deltadesk.duplicates;

import deltadesk.duplicates.EventIdCodec.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** The RocksDB files of the index: reads, and writes that carry the stamp with the ids. */
final class EventIdStore implements AutoCloseable {
    private static final long CACHE_BYTES = 16L << 20;
    private static final long WRITE_BUFFER_BYTES = 8L << 20;
    private static final int LOOKED_UP_AT_ONCE = 10_000;
    private static final double BLOOM_BITS_PER_ID = 10;
    private final LRUCache cache;
    private final BloomFilter bloomFilter;
    private final Options options;
    /** Without a forced write to disk: what a power cut takes is in Silver's log. */
    private final WriteOptions writeOptions = new WriteOptions();
    private final RocksDB database;

    private EventIdStore(Path folder) throws RocksDBException {
        cache = new LRUCache(CACHE_BYTES);
        bloomFilter = new BloomFilter(BLOOM_BITS_PER_ID);
        // Index and filter blocks live in the cache: memory does not grow with the ids.
        options = new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMaxOpenFiles(64)
                .setKeepLogFileNum(2)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setFilterPolicy(bloomFilter)
                        .setCacheIndexAndFilterBlocks(true)
                        .setPinL0FilterAndIndexBlocksInCache(true));
        try {
            database = RocksDB.open(options, folder.toString());
        } catch (RocksDBException failure) {
            closeNative();
            throw failure;
        }
    }

    /** Opens the files, or creates them; {@link RocksDBException} when they cannot be read. */
    static EventIdStore open(Path folder) throws RocksDBException {
        Path library = folder.resolveSibling(folder.getFileName() + "-library");
        try {
            Files.createDirectories(folder);
            Files.createDirectories(library);
            // Unpacked into the system's temporary folder, 15 MB would stay after every kill.
            NativeLibraryLoader.getInstance().loadLibrary(library.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write into " + folder + ".", failure);
        }
        return new EventIdStore(folder);
    }

    /** Removes the files of a store that is not open. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot remove " + folder + ".", failure);
        }
    }

    /** Null when the index was never finished. */
    Stamp stamp() throws RocksDBException {
        return EventIdCodec.stamp(database.get(EventIdCodec.STAMP_KEY));
    }

    /** The winners among `eventIds`; many are looked up side by side. */
    Map<String, Winner> find(List<String> eventIds) throws RocksDBException {
        Map<String, Winner> winners = new ConcurrentHashMap<>();
        try {
            IntStream.iterate(0, from -> from < eventIds.size(), from -> from + LOOKED_UP_AT_ONCE)
                    .parallel()
                    .forEach(from -> find(eventIds.subList(
                            from, Math.min(from + LOOKED_UP_AT_ONCE, eventIds.size())), winners));
        } catch (UncheckedRocksDbException failure) {
            throw failure.cause;
        }
        return winners;
    }

    private void find(List<String> eventIds, Map<String, Winner> winners) {
        List<byte[]> keys = new ArrayList<>(eventIds.size());
        eventIds.forEach(eventId -> keys.add(EventIdCodec.key(eventId)));
        try {
            List<byte[]> values = database.multiGetAsList(keys);
            for (int each = 0; each < values.size(); each++) {
                if (values.get(each) != null) {
                    winners.put(eventIds.get(each), EventIdCodec.winner(values.get(each)));
                }
            }
        } catch (RocksDBException failure) {
            throw new UncheckedRocksDbException(failure);
        }
    }

    /** Carries a failure out of a stream. */
    private static final class UncheckedRocksDbException extends RuntimeException {
        private final RocksDBException cause;

        UncheckedRocksDbException(RocksDBException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /** All of it or nothing; a null stamp leaves the present one. */
    void put(Map<String, Winner> winners, Stamp stamp) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            for (Map.Entry<String, Winner> each : winners.entrySet()) {
                batch.put(EventIdCodec.key(each.getKey()), EventIdCodec.value(each.getValue()));
            }
            if (stamp != null) {
                batch.put(EventIdCodec.STAMP_KEY, EventIdCodec.value(stamp));
            }
            database.write(writeOptions, batch);
        }
    }

    /** Whether somebody has it open: RocksDB's words for it within and across processes. */
    static boolean isHeldElsewhere(RocksDBException failure) {
        return failure.getMessage().contains("lock hold by current process")
                || failure.getMessage().contains("While lock file");
    }

    @Override
    public void close() {
        database.close();
        closeNative();
    }

    private void closeNative() {
        writeOptions.close();
        options.close();
        bloomFilter.close();
        cache.close();
    }
}
