package deltadesk.aggregates;

import static deltadesk.aggregates.WindowSample.HOUR_MICROS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups that count many distinct values are large: it is their bytes that are bounded. */
class SegmentMemoryTest {
    private static final long QUARTER_MICROS = HOUR_MICROS / 4;
    private static final int COUNTRIES = 4;
    /** More than are counted exactly: each group has a sketch. */
    private static final int CUSTOMERS = Distinct.EXACT + 40;
    private static final long MOST_BYTES = 12L * COUNTRIES * DistinctSketch.REGISTERS;
    private static final int QUARTERS = 96;

    @TempDir private Path folder;
    private Lake lake;
    private DeltaTable table;
    private RowLayout layout;
    private Segments segments;
    private int version;

    @BeforeEach
    void open() {
        AggregateSpec spec = WindowSample.MINUTES;
        lake = Lake.open(folder);
        layout = new RowLayout(spec, WindowSample.SILVER);
        table = lake.table(spec.tableName(), spec.schema(WindowSample.SILVER), Map.of());
        segments = Segments.empty(table, layout, MOST_BYTES);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void sell(int quarter) {
        for (int sale = 0; sale < COUNTRIES * CUSTOMERS; sale++) {
            segments.fold(new Object[] {
                "d", "C" + sale % COUNTRIES, BigDecimal.valueOf(10_00, 2), 1, sale, quarter * QUARTER_MICROS, null,
            });
        }
        new Publication(table, layout, WindowSample.EXPRESSIONS, "silver")
                .commit(version - 1, version, segments.changed(), version);
        version++;
        segments.shrink();
    }

    @Test
    void aDayOfSketchesIsPutAwayAndCutIntoFilesThatFit() {
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            sell(quarter);
            assertTrue(segments.heapBytes() <= MOST_BYTES, segments.heapBytes() + " bytes");
        }
        int files = table.dataFiles().size();
        assertTrue(files > QUARTERS / 12 && files <= QUARTERS / 6, files + " files");
        Set<List<Object>> keys = new HashSet<>();
        Segments.of(table, layout).forEach((key, group) -> {
            assertEquals((long) CUSTOMERS, salesOf(key, group));
            keys.add(key);
        });
        assertEquals(QUARTERS * COUNTRIES, keys.size());
    }

    @Test
    void aSaleOfAnHourThatWasPutAwayIsAddedToIt() {
        for (int quarter = 0; quarter < QUARTERS / 2; quarter++) {
            sell(quarter);
        }
        sell(1);
        Segments.of(table, layout).forEach((key, group) -> assertEquals(
                (key.get(0).equals(QUARTER_MICROS) ? 2L : 1L) * CUSTOMERS, salesOf(key, group)));
    }

    /** Behind the two columns of the window and the country. */
    private Object salesOf(List<Object> key, GroupState group) {
        return layout.toRow(key, group, WindowSample.EXPRESSIONS)[3];
    }
}
