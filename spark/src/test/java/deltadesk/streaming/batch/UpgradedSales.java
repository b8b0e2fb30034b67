package deltadesk.streaming.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.TestSpark;

/**
 * The pack `sales` gains the optional field `canal`: a column of Bronze, first of all, and one of
 * Silver, in the middle.
 */
final class UpgradedSales {
    static final ResolvedDefinition FIRST = ResolvedDefinition.read(TestSpark.salesPack());
    static final ResolvedDefinition SECOND =
            ResolvedDefinition.parse("upgraded", upgraded(FIRST.json()));

    private UpgradedSales() {}

    /** A valid sale; `channel` is JSON, null for one that lacks the field. */
    static String sale(String eventId, String channel) {
        return BatchRun.sale(eventId, "10:30:45", 2).replace("{",
                channel == null ? "{" : "{\"canal\":" + channel + ",");
    }

    private static String upgraded(String json) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            ObjectNode whole = (ObjectNode) mapper.readTree(json);
            ObjectNode stream = (ObjectNode) whole.get("stream");
            ((ArrayNode) stream.get("fields")).addObject()
                    .put("name", "canal").put("type", "string").put("required", false);
            ObjectNode column = mapper.createObjectNode()
                    .put("name", "canal").put("type", "string").put("sql", "canal");
            ((ArrayNode) stream.at("/bronze/columns")).insert(0, column);
            ((ArrayNode) stream.at("/silver/columns")).insert(5, column);
            return whole.toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
