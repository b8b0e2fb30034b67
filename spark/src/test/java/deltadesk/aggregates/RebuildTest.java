package deltadesk.aggregates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.tables.DataFile;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An aggregate computed anew in parts is the one computed at once. */
class RebuildTest {
    private static final AggregateSpec SPEC = WindowSample.WINDOWS;
    private static final int DAYS = 9;

    @TempDir private Path folder;
    private Lake lake;
    private DeltaTable silver;
    private Aggregate aggregate;
    private RowLayout layout;
    private List<Object[]> rows;

    @BeforeEach
    void open() {
        lake = Lake.open(folder);
        silver = lake.table("silver.sales", WindowSample.SILVER);
        aggregate = Aggregate.open(lake, SPEC, silver, () -> WindowSample.EXPRESSIONS);
        layout = new RowLayout(SPEC, WindowSample.SILVER);
        // Twice as many as between two looks at the memory.
        rows = WindowSample.random(new Random(8), 45_000, DAYS);
        silver.append("query", 0, rows);
        aggregate.catchUp(null, 1);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private Rebuild rebuild(long mostBytes) {
        SilverFold fold = new SilverFold(SPEC, silver, layout, () -> WindowSample.EXPRESSIONS);
        return new Rebuild(aggregate.table(), layout, fold, new Publication(
                aggregate.table(), layout, WindowSample.EXPRESSIONS, "rebuilt"), mostBytes);
    }

    /** From a part for each day to all in one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 100_000, Long.MAX_VALUE})
    void partsOfAnySizeGiveTheSameTable(long mostBytes) {
        DeltaTable table = aggregate.table();
        assertEquals(Optional.empty(), rebuild(mostBytes).run(false, 2), "as published");

        List<String> published = texts(table);
        List<DataFile> files = rebuild(mostBytes).run(true, 1).orElseThrow();
        table.replaceFiles("rebuilt", -1, 1, table.dataFiles(), files);
        assertEquals(published, texts(table));
        assertEquals(PlainRecompute.of(SPEC, rows), PlainRecompute.texts(SPEC, table.readAll()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 100_000, Long.MAX_VALUE})
    void aRowThatWasLostComesBackAndTheOthersKeepTheirTime(long mostBytes) {
        DeltaTable table = aggregate.table();
        List<String> published = texts(table);
        List<Object[]> left = new ArrayList<>(table.readAll());
        left.remove(left.size() / 2);
        table.replaceFiles("rebuilt", -1, 1, table.dataFiles(), table.fileWriter().write(left));

        List<DataFile> files = rebuild(mostBytes).run(false, 2).orElseThrow();
        table.replaceFiles("rebuilt", 1, 2, table.dataFiles(), files);
        List<String> rebuilt = texts(table);
        assertEquals(published.size(), rebuilt.size());
        rebuilt.removeAll(published);
        assertEquals(1, rebuilt.size(), "rows of the new time");
    }

    @ParameterizedTest
    @ValueSource(longs = {100_000, 300_000})
    void aPartHoldsWhatFitsAndSaysWhereTheNextBegins(long mostBytes) {
        String from = SegmentNames.FIRST;
        int groups = 0;
        int parts = 0;
        for (; from != null; parts++) {
            SegmentsPart part = new SegmentsPart(
                    Segments.empty(aggregate.table(), layout, mostBytes), layout, from, mostBytes);
            rows.stream().filter(WindowSample.EXPRESSIONS::accepts).forEach(part::fold);
            from = part.close();
            assertTrue(part.segments().heapBytes() <= mostBytes,
                    part.segments().heapBytes() + " bytes");
            List<Object> keys = new ArrayList<>();
            part.segments().forEach((key, group) -> keys.add(key));
            groups += keys.size();
        }
        assertTrue(parts > 1, parts + " parts");
        assertEquals(aggregate.table().readAll().size(), groups);
    }

    private static List<String> texts(DeltaTable table) {
        List<String> texts = new ArrayList<>();
        table.readAll().forEach(row -> texts.add(Arrays.deepToString(row)));
        texts.sort(null);
        return texts;
    }
}
