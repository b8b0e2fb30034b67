package deltadesk.aggregates;

import deltadesk.tables.DataFile;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import deltadesk.tables.TableCommit;
import deltadesk.tables.VersionGoneException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One aggregate of Silver. Silver's log is its only input and {@link #catchUp} the only way to
 * advance it: live, late, replayed, restarted and rebuilt are the same fold. The transaction
 * version of its table is the Silver version that it contains. Between calls its groups stay in
 * memory, which is a cache of the published table and nothing more.
 */
public final class Aggregate {
    private static final String DEFINITION_PROPERTY = "deltadesk.measures";
    private final AggregateSpec spec;
    private final DeltaTable silver;
    private final DeltaTable table;
    private final RowLayout layout;
    private final Supplier<RowExpressions> expressions;
    private final SilverFold fold;
    private final String appId;
    /** Null when not known: then the table is looked at anew. */
    private Segments segments;
    private long silverVersion;
    /** The same as the table notes it: compactions of Silver behind it are not noted. */
    private long notedVersion;
    /** Computed by other expressions than the spec's: the next call begins anew. */
    private boolean isOutdated;

    private Aggregate(
            AggregateSpec spec,
            DeltaTable silver,
            DeltaTable table,
            Supplier<RowExpressions> expressions) {
        this.spec = spec;
        this.silver = silver;
        this.table = table;
        this.expressions = expressions;
        layout = new RowLayout(spec, silver.schema());
        fold = new SilverFold(spec, silver, layout, expressions);
        appId = "silver:" + silver.name();
    }

    /** As the other, for an aggregate without filter and derived columns. */
    public static Aggregate open(Lake lake, AggregateSpec spec, DeltaTable silver) {
        return open(lake, spec, silver, () -> RowExpressions.NONE);
    }

    /**
     * Opens or creates the aggregate's table; nothing is computed yet, and `expressions` are not
     * asked for before that. A table that was computed by other measures, filters or expressions
     * is computed anew by the next {@link #catchUp}. {@link IllegalArgumentException} for a
     * measure that does not go with Silver's columns, {@link AggregateAheadException} when Silver
     * was set back.
     */
    public static Aggregate open(
            Lake lake, AggregateSpec spec, DeltaTable silver, Supplier<RowExpressions> expressions) {
        new RowLayout(spec, silver.schema());
        DeltaTable table = lake.table(spec.tableName(), spec.schema(silver.schema()),
                Map.of(DEFINITION_PROPERTY, spec.definitionText()));
        Aggregate aggregate = new Aggregate(spec, silver, table, expressions);
        aggregate.isOutdated = !spec.definitionText().equals(table.property(DEFINITION_PROPERTY));
        aggregate.load();
        if (aggregate.silverVersion > silver.version()) {
            throw new AggregateAheadException(
                    table.name(), aggregate.silverVersion, silver.name(), silver.version());
        }
        return aggregate;
    }

    private void load() {
        notedVersion = table.transactionVersion(appId).orElse(-1);
        silverVersion = notedVersion;
        segments = Segments.of(table, layout);
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
        if (segments == null) {
            load();
        }
        long target = silver.version();
        if (silverVersion == target && !isOutdated) {
            return table.version();
        }
        try {
            if (silverVersion < 0 || isOutdated || !advance(latest, target, processedAtMicros)) {
                rebuild(target, processedAtMicros);
            }
            silverVersion = target;
            segments.shrink();
            return table.version();
        } catch (RuntimeException failure) {
            segments = null;
            throw failure;
        }
    }

    /** Applies the commits after the contained version; false when that cannot be done. */
    private boolean advance(List<Object[]> latest, long target, long processedAtMicros) {
        boolean hasNewData = false;
        try {
            for (long version = silverVersion + 1; version <= target; version++) {
                if (version == target && latest != null) {
                    fold.appended(latest, segments);
                    hasNewData = true;
                    break;
                }
                TableCommit commit = silver.commit(version);
                if (commit.hasRemovedRows()) {
                    return false;
                }
                if (commit.isDataChange()) {
                    fold.commit(commit, segments);
                    hasNewData = true;
                }
            }
        } catch (VersionGoneException cleanedUp) {
            return false;
        }
        List<Segment> changed = segments.changed();
        if (!changed.isEmpty()) {
            publication().commit(notedVersion, target, changed, processedAtMicros);
            notedVersion = target;
        } else if (hasNewData) {
            table.append(appId, target, List.of());
            notedVersion = target;
        }
        return true;
    }

    /** From all live rows of Silver; rows that stay the same keep their time. */
    private void rebuild(long target, long processedAtMicros) {
        segments = null;
        Optional<List<DataFile>> files = new Rebuild(
                table, layout, fold, publication(), Segments.MOST_BYTES)
                .run(isOutdated, processedAtMicros);
        if (files.isPresent()) {
            table.setProperty(DEFINITION_PROPERTY, spec.definitionText());
            table.replaceFiles(appId, notedVersion, target, table.dataFiles(), files.get());
            isOutdated = false;
        } else {
            table.append(appId, target, List.of());
        }
        segments = Segments.of(table, layout);
        notedVersion = target;
    }

    private Publication publication() {
        return new Publication(table, layout, expressions.get(), appId);
    }

    /** A full recompute from Silver's live rows, not written, without times: to compare with. */
    public List<Object[]> recompute() {
        Segments fresh = Segments.empty(table, layout);
        fold.all(fresh::fold);
        List<Object[]> rows = new ArrayList<>();
        fresh.forEach((key, group) -> rows.add(layout.toRow(key, group, expressions.get())));
        return rows;
    }
}
