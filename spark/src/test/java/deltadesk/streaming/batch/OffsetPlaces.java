package deltadesk.streaming.batch;

import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** In which tables the records of a {@link BatchRun} ended. */
final class OffsetPlaces {
    private final Map<Long, List<String>> places = new TreeMap<>();

    private OffsetPlaces() {}

    /** For each offset the tables that hold a row of it, in the order of the layers. */
    static Map<Long, List<String>> of(BatchRun run) {
        OffsetPlaces found = new OffsetPlaces();
        try (Lake lake = Lake.open(run.folder().resolve("delta"));
                PackTables tables = BatchRun.open(lake, run.folder().resolve("checkpoint"))) {
            int stage = tables.rejected.schema().indexOf("stage");
            found.note(tables.bronze, row -> "bronze");
            found.note(tables.silver, row -> "silver");
            found.note(tables.duplicates, row -> "duplicates");
            found.note(tables.rejected,
                    row -> row[stage].equals("rule") ? "rejected by rule" : "rejected");
        }
        return found.places;
    }

    private void note(DeltaTable table, Function<Object[], String> name) {
        int offset = table.schema().indexOf("kafka_offset");
        table.readAll().forEach(row -> places.computeIfAbsent(
                (Long) row[offset], absent -> new ArrayList<>()).add(name.apply(row)));
    }
}
