package deltadesk.streaming.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.TestSpark;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventIdTest {
    @Test
    void aRowWithoutEventIdIsRejectedAlsoWhenNoRuleAsksForOne() {
        String shipped = ResolvedDefinition.read(TestSpark.salesPack()).json();
        ResolvedDefinition careless = ResolvedDefinition.parse("careless",
                shipped.replace("event_id is not null and vente_id is not null", "true"));
        LayerRows rows = CompiledDefinition.compile(TestSpark.session(), careless)
                .read(SourceRows.of(TestSpark.session(), List.of("""
                        {"vente_id":1,"client_id":1,"produit_id":101,"quantite":2,
                        "timestamp":"2025-12-22T10:30:45Z","montant":1799.98,"pays":"France",
                        "segment":"Particulier","event_id":" ","schema_version":1}"""), 0), 0);
        assertEquals(1, rows.bronze().size());
        assertEquals(0, rows.silver().size());
        assertEquals("event_id", rows.rejected().get(0)[2]);
        assertEquals("The event id is empty.", rows.rejected().get(0)[3]);
    }
}
