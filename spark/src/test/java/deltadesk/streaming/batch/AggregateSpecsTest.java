package deltadesk.streaming.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deltadesk.definition.AggregateDefinition;
import deltadesk.definition.ColumnDefinition;
import deltadesk.definition.TableDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregateSpecsTest {
    private static final TableDefinition SILVER = new TableDefinition("sales", List.of(), List.of(
            new ColumnDefinition("kind", "string", "kind"),
            new ColumnDefinition("quantity", "int", "quantity"),
            new ColumnDefinition("quantity_before", "int", "quantity_before")));

    /** SQL does not tell capitals from small letters, and a column not read back would be null. */
    @Test
    void theColumnsOfAFilterAreFoundHoweverTheyAreWritten() {
        assertEquals(List.of("quantity"), filterColumns("Quantity<900"));
        assertEquals(List.of("kind", "quantity_before"),
                filterColumns("`kind` = 'sale' AND QUANTITY_BEFORE > 1"));
        assertEquals(List.of(), filterColumns(null));
    }

    private static List<String> filterColumns(String filter) {
        return AggregateSpecs.of(new AggregateDefinition("gold", "t", null, filter,
                List.of("kind"), List.of(), List.of(), null, null), SILVER).filterColumns();
    }
}
