package deltadesk.duplicates;

import deltadesk.duplicates.EventIdCodec.Stamp;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.TableCommit;
import deltadesk.tables.VersionGoneException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.rocksdb.RocksDBException;

/**
 * The event ids that Silver holds. Derived from Silver and stamped with the version of it that it
 * contains, ids and stamp in one write: deleting its folder changes nothing but the time to open.
 */
public final class EventIdIndex implements AutoCloseable {
    /** Ids written at once while the index is built. */
    private static final int CHUNK = 50_000;
    private final Path folder;
    private final DeltaTable silver;
    private final String silverId;
    private final Set<String> columns;
    private final int eventId;
    private final int partition;
    private final int offset;
    private final LongConsumer onRebuilt;
    private EventIdStore store;
    private long silverVersion = -1;

    private EventIdIndex(
            Path folder,
            DeltaTable silver,
            String eventId,
            String partition,
            String offset,
            LongConsumer onRebuilt) {
        this.onRebuilt = onRebuilt;
        this.folder = folder;
        this.silver = silver;
        silverId = silver.id();
        columns = Set.of(eventId, partition, offset);
        this.eventId = silver.schema().indexOf(eventId);
        this.partition = silver.schema().indexOf(partition);
        this.offset = silver.schema().indexOf(offset);
    }

    /**
     * Opens the index in `folder` and brings it up to Silver's newest version. It is built anew
     * when its files cannot be read, when it belongs to another Silver table, or when it contains
     * more than Silver does; `onRebuilt` is then told every 50,000 rows how many were read so far.
     */
    public static EventIdIndex open(
            Path folder,
            DeltaTable silver,
            String eventIdColumn,
            String partitionColumn,
            String offsetColumn,
            LongConsumer onRebuilt) {
        EventIdIndex index = new EventIdIndex(
                folder, silver, eventIdColumn, partitionColumn, offsetColumn, onRebuilt);
        try {
            index.openStore();
            index.catchUp(silver.version());
            return index;
        } catch (RuntimeException failure) {
            index.close();
            throw failure;
        }
    }

    private void openStore() {
        try {
            store = EventIdStore.open(folder);
            Stamp stamp = store.stamp();
            if (stamp != null && stamp.silverId().equals(silverId)
                    && stamp.silverVersion() <= silver.version()) {
                silverVersion = stamp.silverVersion();
                return;
            }
        } catch (RocksDBException unreadable) {
            if (EventIdStore.isHeldElsewhere(unreadable)) {
                throw new EventIdIndexException("The index of event ids in " + folder
                        + " is open already. End the other job, then start again.", unreadable);
            }
        }
        rebuild();
    }

    private void rebuild() {
        close();
        EventIdStore.delete(folder);
        try {
            store = EventIdStore.open(folder);
            long version = silver.version();
            Map<String, Winner> chunk = new HashMap<>();
            long[] rows = new long[1];
            silver.forEachRow(columns, row -> {
                add(row, chunk);
                if (++rows[0] % CHUNK == 0) {
                    put(chunk, null);
                    chunk.clear();
                    onRebuilt.accept(rows[0]);
                }
            });
            put(chunk, new Stamp(version, silverId));
            silverVersion = version;
        } catch (RocksDBException failure) {
            throw broken(failure);
        }
    }

    /** Takes in the versions after the present one, from the log, up to `version`. */
    private void catchUp(long version) {
        try {
            while (silverVersion < version) {
                TableCommit commit = silver.commit(silverVersion + 1);
                if (commit.hasRemovedRows()) {
                    rebuild();
                    return;
                }
                Map<String, Winner> added = new HashMap<>();
                if (commit.isDataChange()) {
                    commit.forEachRow(columns, row -> add(row, added));
                }
                advance(commit.version(), added);
            }
        } catch (VersionGoneException cleanedUp) {
            rebuild();
        }
    }

    /** The winners among `eventIds` that Silver holds; others are absent. */
    public synchronized Map<String, Winner> find(Collection<String> eventIds) {
        try {
            return store.find(new ArrayList<>(eventIds));
        } catch (RocksDBException failure) {
            throw broken(failure);
        }
    }

    /**
     * Takes in the rows just appended to Silver as `version`; versions in between come from the log
     * first. A version that it contains already changes nothing.
     */
    public synchronized void apply(long version, List<Object[]> rows) {
        if (version <= silverVersion) {
            return;
        }
        catchUp(version - 1);
        if (version <= silverVersion) {
            return;
        }
        Map<String, Winner> added = new HashMap<>();
        rows.forEach(row -> add(row, added));
        advance(version, added);
    }

    /** The Silver version that the index contains. */
    public synchronized long silverVersion() {
        return silverVersion;
    }

    private void add(Object[] row, Map<String, Winner> added) {
        added.putIfAbsent(
                (String) row[eventId], new Winner((Integer) row[partition], (Long) row[offset]));
    }

    private void advance(long version, Map<String, Winner> added) {
        put(added, new Stamp(version, silverId));
        silverVersion = version;
    }

    private void put(Map<String, Winner> winners, Stamp stamp) {
        try {
            store.put(winners, stamp);
        } catch (RocksDBException failure) {
            throw broken(failure);
        }
    }

    private EventIdIndexException broken(RocksDBException failure) {
        return new EventIdIndexException("The index of event ids in " + folder
                + " cannot be used. Remove that folder and start again: it is then built anew "
                + "from Silver.", failure);
    }

    @Override
    public synchronized void close() {
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
