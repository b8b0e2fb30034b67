package deltadesk.aggregates;

import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import deltadesk.tables.TableCommit;
import deltadesk.tables.TableSchema;
import deltadesk.tables.VersionGoneException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One aggregate of Silver. Silver's log is its only input and {@link #catchUp} the only way to
 * advance it: live, late, replayed, restarted and rebuilt are the same fold. The transaction
 * version of its table is the Silver version that it contains. Between calls its rows stay in
 * memory, which is a cache of the published table and nothing more.
 */
public final class Aggregate {
    private static final String MEASURES_PROPERTY = "deltadesk.measures";
    private final AggregateSpec spec;
    private final DeltaTable silver;
    private final DeltaTable table;
    private final String appId;
    /** Null when not loaded. */
    private Groups groups;
    private long silverVersion;

    private Aggregate(AggregateSpec spec, DeltaTable silver, DeltaTable table) {
        this.spec = spec;
        this.silver = silver;
        this.table = table;
        appId = "silver:" + silver.name();
    }

    /**
     * Opens or creates the aggregate's table and loads its rows; nothing is computed yet.
     * {@link IllegalArgumentException} for a measure that does not go with Silver's columns,
     * {@link AggregateChangedException} when the table was computed by other measures,
     * {@link AggregateAheadException} when Silver was set back.
     */
    public static Aggregate open(Lake lake, AggregateSpec spec, DeltaTable silver) {
        new Groups(spec, silver.schema());
        TableSchema schema = spec.schema(silver.schema());
        DeltaTable table = lake.table(spec.tableName(), schema, properties(spec));
        String computed = table.property(MEASURES_PROPERTY);
        if (computed != null && !computed.equals(spec.measuresText())) {
            throw new AggregateChangedException(table.name(), computed, spec.measuresText());
        }
        Aggregate aggregate = new Aggregate(spec, silver, table);
        aggregate.load();
        if (aggregate.silverVersion > silver.version()) {
            throw new AggregateAheadException(
                    table.name(), aggregate.silverVersion, silver.name(), silver.version());
        }
        return aggregate;
    }

    private static Map<String, String> properties(AggregateSpec spec) {
        return Map.of(
                MEASURES_PROPERTY, spec.measuresText(),
                // Every publication replaces a file, and each log checkpoint lists the files
                // replaced within this time: with a week, the default, it would grow for a week.
                "delta.deletedFileRetentionDuration", "interval 1 hours");
    }

    private void load() {
        silverVersion = table.transactionVersion(appId).orElse(-1);
        groups = new Groups(spec, silver.schema());
        table.readAll().forEach(groups::restore);
    }

    /** The published table. */
    public DeltaTable table() {
        return table;
    }

    /** The Silver version that the aggregate contains, -1 when none was applied yet. */
    public synchronized long silverVersion() {
        return silverVersion;
    }

    /**
     * Brings the aggregate up to Silver's newest version, in one commit however many versions it
     * is behind, and returns its table's version. `latest` are the rows just appended at that
     * version, null to read them from the log; `processedAtMicros` is noted on rows that change.
     * After compaction alone nothing is committed; after data that changes no row, the Silver
     * version alone. A failure leaves the table as it was, and the next call begins from there.
     */
    public synchronized long catchUp(List<Object[]> latest, long processedAtMicros) {
        if (groups == null) {
            load();
        }
        long target = silver.version();
        if (silverVersion == target) {
            return table.version();
        }
        try {
            boolean hasNewData = advance(latest, target);
            if (groups.isChanged()) {
                groups.publishAt(processedAtMicros);
                table.replace(appId, target, groups.rows());
            } else if (hasNewData) {
                table.append(appId, target, List.of());
            }
            silverVersion = target;
            return table.version();
        } catch (RuntimeException failure) {
            groups = null;
            throw failure;
        }
    }

    /** Whether there was any commit with data. */
    private boolean advance(List<Object[]> latest, long target) {
        if (silverVersion < 0) {
            rebuild();
            return groups.isChanged();
        }
        boolean hasNewData = false;
        try {
            for (long version = silverVersion + 1; version <= target; version++) {
                if (version == target && latest != null) {
                    silver.inFileOrder(latest).forEach(groups::fold);
                    return true;
                }
                TableCommit commit = silver.commit(version);
                if (commit.hasRemovedRows()) {
                    rebuild();
                    return true;
                }
                if (commit.isDataChange()) {
                    commit.forEachRow(groups.silverColumns(), groups::fold);
                    hasNewData = true;
                }
            }
            return hasNewData;
        } catch (VersionGoneException cleanedUp) {
            rebuild();
            return true;
        }
    }

    /** From all live rows of Silver; unchanged rows keep their time. */
    private void rebuild() {
        Groups published = new Groups(spec, silver.schema());
        table.readAll().forEach(published::restore);
        groups = foldAll();
        groups.compareWith(published);
    }

    private Groups foldAll() {
        Groups fresh = new Groups(spec, silver.schema());
        silver.forEachRow(fresh.silverColumns(), fresh::fold);
        return fresh;
    }

    /** A full recompute from Silver's live rows, not written, without times: to compare with. */
    public List<Object[]> recompute() {
        return foldAll().rows();
    }

    /** How far the watermark stays behind the newest event; empty when no row is ever late. */
    public OptionalLong watermarkDelayMicros() {
        return OptionalLong.empty();
    }

    /** What a row of Silver carries in its warnings that this table leaves out as late. */
    public String lateMark() {
        return "late:" + spec.tableName();
    }

    /** Whether the window of a row of Silver had closed at this watermark. */
    public boolean isClosed(Object[] silverRow, long watermarkMicros) {
        return false;
    }
}
