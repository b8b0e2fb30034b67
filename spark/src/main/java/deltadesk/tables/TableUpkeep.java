package deltadesk.tables;

import java.time.Duration;
import java.util.Collection;

/** What a person can ask of a table's files while batches go on. */
public final class TableUpkeep {
    private final DeltaTable table;
    private final TableParts parts;
    private final TableMaintenance maintenance;

    TableUpkeep(DeltaTable table, TableParts parts, TableMaintenance maintenance) {
        this.table = table;
        this.parts = parts;
        this.maintenance = maintenance;
    }

    /**
     * Begins to put the files of this version together as far as it goes, by pieces between which
     * commits go on. Not for a table whose writer replaces it by the file, as an aggregate's does.
     */
    public FullCompaction beginCompaction() {
        synchronized (table) {
            return maintenance.beginFull(table);
        }
    }

    /** What an elder job left behind; to be asked for before anything is written. */
    public Leftovers leftovers() {
        synchronized (table) {
            return new Leftovers(table, parts);
        }
    }

    /** What a compaction that finds nothing to do tells. */
    public CompactionResult asItIs() {
        synchronized (table) {
            LiveFiles live = parts.files().live();
            return new CompactionTally(live.size(), live.sizeBytes())
                    .result(parts.name(), parts.log().snapshot().getVersion());
        }
    }

    /**
     * Deletes the data files that no version has which was the newest at some time within
     * `retention`; a dry run only lists them. Files that versions from `sparedFrom` on replaced
     * stay too: with the version after the one that everything derived from this table contains,
     * no file is lost that is still to be applied. Files of the last hour are always spared, since
     * their commit may be under way. Below 168 hours a reader may lose files that it has open.
     */
    public VacuumResult vacuum(
            Duration retention, long sparedFrom, boolean isDryRun, VacuumWatch watch) {
        Collection<DataFile> live;
        long newest;
        synchronized (table) {
            if (!isDryRun) {
                // A merge under way writes a file that no version has yet.
                maintenance.close();
            }
            live = parts.files().live().all();
            newest = parts.log().snapshot().getVersion();
        }
        return new Vacuum(parts.name(), parts.folder(), watch)
                .run(live, newest, retention, sparedFrom, isDryRun);
    }
}
