package deltadesk.streaming.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.TestSpark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fields that come and go in the records of the pack `sales`. */
class SchemaWatchTest {
    private static final String SALE = "{\"vente_id\":1,\"client_id\":1,\"produit_id\":101,"
            + "\"timestamp\":\"2025-12-22T10:30:45Z\",\"quantite\":2,\"montant\":1799.98,"
            + "\"pays\":\"France\",\"segment\":\"Particulier\",\"prix_unitaire\":899.99,"
            + "\"event_id\":\"A\",\"schema_version\":1}";
    private static CompiledDefinition definition;

    private final SchemaWatch watch = new SchemaWatch(definition.stream());

    @BeforeAll
    static void compile() {
        definition = CompiledDefinition.compile(
                TestSpark.session(), ResolvedDefinition.read(TestSpark.salesPack()));
    }

    @Test
    void aNewFieldIsToldOnceWithItsFirstRecord() {
        assertEquals(List.of(), batch(0, List.of(SALE)));
        String more = SALE.replace("}", ",\"canal\":null}");
        assertEquals(List.of(new SchemaChange("canal", true, 0, 11)),
                batch(10, List.of(SALE, more, more)));
        assertEquals(List.of(), batch(20, List.of(more)));
    }

    @Test
    void aNewFieldIsToldAlsoOfARecordThatIsRejectedForIt() {
        String newer = SALE.replace("version\":1", "version\":2,\"canal\":\"web\"");
        assertEquals(List.of(new SchemaChange("canal", true, 0, 0)), batch(0, List.of(newer)));
    }

    @Test
    void whatIsNoJsonTellsOfNoField() {
        assertEquals(List.of(), batch(0, List.of("{\"canal\":1", "{\"canal\":1} x", "canal")));
    }

    @Test
    void anOptionalFieldThatCameNoMoreIsToldOnceAfterAHundredRecords() {
        String without = SALE.replace("\"segment\":\"Particulier\",", "");
        assertEquals(List.of(), batch(0, List.of(SALE, without)));
        assertEquals(List.of(), batch(10, Collections.nCopies(99, without)));
        assertEquals(List.of(), batch(200, List.of("no JSON")));
        assertEquals(List.of(new SchemaChange("segment", false, 0, 10)),
                batch(300, List.of(without)));
        assertEquals(List.of(), batch(400, Collections.nCopies(200, without)));
    }

    @Test
    void anOptionalFieldThatNeverCameOrIsNullIsNotMissing() {
        // The sale has no names of customer and product.
        String noSegment = SALE.replace("\"Particulier\"", "null");
        assertEquals(List.of(), batch(0, List.of(SALE)));
        assertEquals(List.of(), batch(10, Collections.nCopies(300, noSegment)));
    }

    @Test
    void aFieldThatComesNowAndThenIsNotMissing() {
        String without = SALE.replace("\"segment\":\"Particulier\",", "");
        for (int batch = 0; batch < 5; batch++) {
            List<String> values = new ArrayList<>(Collections.nCopies(80, without));
            values.add(SALE);
            assertEquals(List.of(), batch(batch * 100L, values));
        }
    }

    @Test
    void madeUpNamesDoNotFillTheLog() {
        List<String> values = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            values.add(SALE.replace("}", ",\"x" + number + "\":1}"));
        }
        assertEquals(100, batch(0, values).size());
        assertEquals(List.of(), batch(500, values));
    }

    private List<SchemaChange> batch(long firstOffset, List<String> values) {
        return watch.take(definition.read(SourceRows.of(TestSpark.session(), values, firstOffset),
                1_766_399_447_000_000L));
    }
}
