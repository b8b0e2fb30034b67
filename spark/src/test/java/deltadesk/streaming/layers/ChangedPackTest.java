package deltadesk.streaming.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.TestSpark;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pack can demand of its records that the pack `sales` does not. */
class ChangedPackTest {
    private static final String SALE = "{\"vente_id\":1,\"client_id\":1,\"produit_id\":101,"
            + "\"timestamp\":\"2025-12-22T10:30:45Z\",\"quantite\":2,\"montant\":1799.98,"
            + "\"pays\":\"France\",\"segment\":\"Particulier\",\"prix_unitaire\":899.99,"
            + "\"event_id\":\"A\",\"schema_version\":1}";

    @Test
    void aTextOutsideAFieldsListOfValuesIsRejected() {
        LayerRows rows = read("""
                "name" : "segment",
                        "type" : "string",
                        "required" : false""".replaceAll("\\s+", " "), """
                "name":"segment","type":"string","required":false,"values":["Particulier","Pro"]
                """, SALE, SALE.replace("Particulier", "Other"), SALE.replace("Particulier", "Pro"),
                SALE.replace("\"Particulier\"", "null"));
        assertEquals(List.of("schema segment The field 'segment' is none of Particulier, Pro."),
                rejected(rows).subList(0, 1));
        assertEquals(3, rows.bronzeCount());
    }

    @Test
    void anExpressionOfBronzeThatFailsRejectsItsRecordAlone() {
        LayerRows rows = read("\"sql\" : \"quantite\"",
                "\"sql\":\"element_at(array(1,2,3), quantite - 2)\"", SALE, sale(3), sale(4));
        assertEquals(2, rows.bronzeCount());
        assertEquals(1, rejected(rows).stream().filter(text -> text.startsWith(
                "schema bronze.columns An expression of the pack failed: ")).count());
    }

    @Test
    void anExpressionAfterBronzeThatFailsRejectsItsRecordFromSilver() {
        LayerRows rows = read("\"sql\" : \"quantite between 1 and 1000\"",
                "\"sql\":\"element_at(array(true), quantite - 2)\"", SALE, sale(3));
        assertEquals(2, rows.bronzeCount());
        assertEquals(1, rows.silver().size());
        String text = rejected(rows).get(0);
        assertTrue(text.startsWith("rule silver An expression of the pack failed: "), text);
    }

    private static String sale(int quantity) {
        return SALE.replace("\"quantite\":2", "\"quantite\":" + quantity);
    }

    /** Replaces the first `text` of the definition, whose blanks are single. */
    private static LayerRows read(String text, String replacement, String... values) {
        String json = ResolvedDefinition.read(TestSpark.salesPack()).json().replaceAll("\\s+", " ");
        int at = json.indexOf(text);
        assertTrue(at >= 0, text);
        String changed = json.substring(0, at) + replacement + json.substring(at + text.length());
        return CompiledDefinition.compile(
                TestSpark.session(), ResolvedDefinition.parse("changed", changed)).read(
                        SourceRows.of(TestSpark.session(), List.of(values), 0),
                        1_766_399_447_000_000L);
    }

    private static List<String> rejected(LayerRows rows) {
        return rows.rejected().stream().map(row -> row[RejectedRow.indexOf("stage")] + " "
                + row[RejectedRow.indexOf("rule")] + " " + row[RejectedRow.indexOf("error")])
                .toList();
    }
}
