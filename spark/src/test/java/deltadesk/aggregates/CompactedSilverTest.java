package deltadesk.aggregates;

import static deltadesk.aggregates.SilverSample.row;
import static deltadesk.aggregates.SilverSample.rows;
import static deltadesk.aggregates.SilverSample.withoutTimes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import deltadesk.duplicates.EventIdIndex;
import deltadesk.duplicates.Winner;
import deltadesk.tables.ColumnSpec;
import deltadesk.tables.DataFile;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import deltadesk.tables.MaintenancePolicy;
import deltadesk.tables.TableSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows Silver's log passes over compaction: it does not even open the merged file. */
class CompactedSilverTest {
    @TempDir private Path folder;

    /** Merges what there is and hides the merged file; returns where it belongs. */
    private Path compactAndHide(DeltaTable silver) throws Exception {
        long before = silver.version();
        silver.maintain(MaintenancePolicy.ROW_LEVEL, System.nanoTime() + 1_000_000_000L);
        assertEquals(before + 1, silver.version());
        assertFalse(silver.commit(before + 1).isDataChange());
        DataFile merged = silver.commit(before + 1).files().get(0);
        Path file = folder.resolve(silver.name().replace('.', '/')).resolve(merged.path());
        Files.move(file, folder.resolve("hidden"));
        return file;
    }

    @Test
    void anAggregateTakesInACompactionWithoutReadingOrWriting() throws Exception {
        try (Lake lake = Lake.open(folder)) {
            DeltaTable silver = lake.table("silver.sales", SilverSample.SILVER);
            Aggregate aggregate = Aggregate.open(lake, SilverSample.EVERY_FUNCTION, silver);
            for (int batch = 0; batch < 8; batch++) {
                silver.append("query", batch, rows(row("FR", batch + ".00", batch)));
            }
            aggregate.catchUp(null, 1);
            long published = aggregate.table().version();
            Path merged = compactAndHide(silver);
            assertEquals(published, aggregate.catchUp(null, 2));
            assertEquals(9, aggregate.silverVersion());
            silver.append("query", 8, rows(row("FR", "100.00", 1)));
            assertEquals(published + 1, aggregate.catchUp(null, 3));
            Files.move(folder.resolve("hidden"), merged);
            assertEquals(
                    withoutTimes(aggregate.recompute()), withoutTimes(aggregate.table().readAll()));
        }
    }

    @Test
    void theIndexOfEventIdsTakesInACompactionWithoutReading() throws Exception {
        TableSchema schema = new TableSchema(List.of(
                new ColumnSpec("event_id", "string"), new ColumnSpec("kafka_partition", "int"),
                new ColumnSpec("kafka_offset", "long")), List.of());
        try (Lake lake = Lake.open(folder)) {
            DeltaTable silver = lake.table("silver.sales", schema);
            try (EventIdIndex index = open(silver)) {
                for (long offset = 0; offset < 8; offset++) {
                    List<Object[]> rows = rows(new Object[] {"e" + offset, 0, offset});
                    index.apply(silver.append("query", offset, rows), rows);
                }
                compactAndHide(silver);
                List<Object[]> rows = rows(new Object[] {"e8", 1, 8L});
                index.apply(silver.append("query", 8, rows), rows);
                assertEquals(10, index.silverVersion());
            }
            try (EventIdIndex index = open(silver)) {
                assertEquals(Map.of("e7", new Winner(0, 7), "e8", new Winner(1, 8)),
                        index.find(List.of("e7", "e8", "e9")));
            }
        }
    }

    private EventIdIndex open(DeltaTable silver) {
        return EventIdIndex.open(folder.resolve("event-ids"), silver,
                "event_id", "kafka_partition", "kafka_offset", rows -> { });
    }
}
