package deltadesk.streaming.batch;

import deltadesk.definition.EngineColumns;
import deltadesk.duplicates.Winner;
import deltadesk.streaming.batch.StoredOffsets.Place;
import deltadesk.streaming.layers.BronzeTarget;
import deltadesk.streaming.parse.Stage;
import deltadesk.streaming.source.PlannedBatch;
import deltadesk.tables.DeltaTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The rows of a batch that no table holds yet. After a reset of the checkpoint a batch may hold
 * records that an elder one has decided about, perhaps by another definition: what it decided
 * stays, and the offset remains in one place (floor 4.4, rules 1 and 2).
 */
final class NewRows {
    private static final Set<Place> DECIDED =
            Set.of(Place.REJECTED, Place.DUPLICATES, Place.SILVER);
    private final StoredOffsets stored;
    private final PackTables tables;

    NewRows(StoredOffsets stored, PackTables tables) {
        this.stored = stored;
        this.tables = tables;
    }

    /** The records of a batch that Bronze lacks, without those refused before they got there. */
    BronzeTarget.Records inBronze(PlannedBatch batch) {
        if (stored.isBefore(batch.startOffsets())) {
            return BronzeTarget.Records.ALL;
        }
        // Alone it travels to the tasks: the tables cannot.
        StoredOffsets known = stored;
        return (partition, offset) -> {
            String name = Integer.toString(partition);
            return !known.isComplete(name, offset) && !known.isHeld(Place.BRONZE, name, offset)
                    && !known.isHeld(Place.REJECTED, name, offset);
        };
    }

    /**
     * The rows that may win their event id: without those that were refused, and those that were
     * duplicates. `find` tells the winners in Silver, which are candidates again.
     */
    List<Object[]> candidates(
            List<Object[]> rows,
            String eventIdField,
            Function<Set<String>, Map<String, Winner>> find) {
        if (stored.isEmpty()) {
            return rows;
        }
        int eventId = tables.silver.schema().indexOf(eventIdField);
        Columns columns = new Columns(tables.silver);
        Set<String> decidedIds = new HashSet<>();
        for (Object[] row : rows) {
            if (isIn(row, columns, DECIDED)) {
                decidedIds.add((String) row[eventId]);
            }
        }
        if (decidedIds.isEmpty()) {
            return rows;
        }
        Map<String, Winner> winners = find.apply(decidedIds);
        return rows.stream().filter(row -> !isIn(row, columns, DECIDED)
                || new Winner((Integer) row[columns.partition], (Long) row[columns.offset])
                        .equals(winners.get((String) row[eventId]))).toList();
    }

    List<Object[]> silver(List<Object[]> rows) {
        return without(rows, tables.silver, DECIDED);
    }

    List<Object[]> duplicates(List<Object[]> rows) {
        return without(rows, tables.duplicates, DECIDED);
    }

    /** One that Bronze holds is refused by a rule from now on, whatever the stage was: it stays. */
    List<Object[]> rejected(List<Object[]> rows) {
        List<Object[]> added = new ArrayList<>(without(rows, tables.rejected, DECIDED));
        Columns columns = new Columns(tables.rejected);
        int stage = tables.rejected.schema().indexOf("stage");
        added.replaceAll(row -> {
            if (!isIn(row, columns, Set.of(Place.BRONZE))) {
                return row;
            }
            Object[] inBronze = row.clone();
            inBronze[stage] = Stage.RULE.word();
            return inBronze;
        });
        return added;
    }

    private List<Object[]> without(List<Object[]> rows, DeltaTable table, Set<Place> places) {
        if (stored.isEmpty() || rows.isEmpty()) {
            return rows;
        }
        Columns columns = new Columns(table);
        return rows.stream().filter(row -> !isIn(row, columns, places)).toList();
    }

    private boolean isIn(Object[] row, Columns columns, Set<Place> places) {
        String partition = row[columns.partition].toString();
        long offset = (Long) row[columns.offset];
        return stored.isComplete(partition, offset)
                || places.stream().anyMatch(place -> stored.isHeld(place, partition, offset));
    }

    /** Where the place of a record stands in a table's rows. */
    private static final class Columns {
        private final int partition;
        private final int offset;

        Columns(DeltaTable table) {
            partition = table.schema().indexOf(EngineColumns.KAFKA_PARTITION);
            offset = table.schema().indexOf(EngineColumns.KAFKA_OFFSET);
        }
    }
}
