package deltadesk.streaming.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import deltadesk.definition.DefinitionChoices;
import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.TestSpark;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number of the pack is changed, and no record comes after the restart. */
class OutdatedAggregateTest {
    @TempDir private Path folder;

    @Test
    void anAggregateOfOtherNumbersIsComputedAnewWithoutABatch() {
        new BatchRun(folder).run("q", 0, 0,
                List.of(BatchRun.sale("A", "10:30:40", 2)), CommitObserver.NONE);
        ResolvedDefinition changed = ResolvedDefinition.read(TestSpark.salesPack(),
                new DefinitionChoices(Map.of(
                        "premiumThreshold", BigDecimal.valueOf(1_000_000),
                        "standardThreshold", BigDecimal.valueOf(900_000)),
                        Map.of(), Optional.empty(), OptionalLong.empty()));
        try (Lake lake = Lake.open(folder.resolve("delta")); PackTables tables = new PackTables(
                lake, folder.resolve("checkpoint"), changed.stream())) {
            DeltaTable clients = tables.aggregates.stream().map(each -> each.table())
                    .filter(each -> each.name().equals("silver.ventes_par_client"))
                    .findFirst().orElseThrow();
            int segment = clients.schema().indexOf("segment_depense");
            assertNotEquals("Economy", clients.readAll().get(0)[segment]);
            tables.compileAggregates(TestSpark.session(), changed);
            tables.catchUpAggregates(7);
            assertEquals("Economy", clients.readAll().get(0)[segment]);
            tables.aggregates.forEach(each -> assertEquals(
                    each.recompute().size(), each.table().readAll().size()));
            Map<String, Long> versions = tables.versions();
            tables.catchUpAggregates(8);
            assertEquals(versions, tables.versions(), "once is enough: "
                    + Arrays.toString(clients.readAll().get(0)));
        }
    }
}
