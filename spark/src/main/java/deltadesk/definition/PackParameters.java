package deltadesk.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a pack that a person may set: `"parameters": {"name": {"value": 2, …}}`, written
 * `${name}` in its expressions. A definition holds them filled in, so that another number is
 * another definition.
 */
final class PackParameters {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

    private final String file;
    private final Map<String, String> values = new HashMap<>();

    private PackParameters(String file) {
        this.file = file;
    }

    /**
     * Puts `chosen`, and the pack's own value of every other parameter, into the texts of `stream`;
     * names in `chosen` that the pack does not have are another pack's. Throws
     * {@link DefinitionException} for a value that is no number and for an unknown name in a text.
     */
    static void fill(String file, JsonNode stream, Map<String, BigDecimal> chosen) {
        PackParameters parameters = new PackParameters(file);
        stream.path("parameters").fields().forEachRemaining(entry -> {
            String path = "parameters." + entry.getKey() + ".value";
            JsonNode value = entry.getValue().path("value");
            if (!value.isNumber()) {
                throw new DefinitionException(file, path, "a number is expected here",
                        "Write one, for example 2");
            }
            BigDecimal number = chosen.getOrDefault(entry.getKey(), value.decimalValue());
            ((ObjectNode) entry.getValue()).put("value", number);
            parameters.values.put(entry.getKey(), number.toPlainString());
        });
        parameters.fillIn(stream);
    }

    private void fillIn(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(filled(entry.getValue())));
        } else if (node instanceof ArrayNode list) {
            for (int index = 0; index < list.size(); index++) {
                list.set(index, filled(list.get(index)));
            }
        }
    }

    private JsonNode filled(JsonNode node) {
        fillIn(node);
        return node.isTextual() && node.textValue().contains("${")
                ? TextNode.valueOf(filled(node.textValue())) : node;
    }

    private String filled(String text) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new DefinitionException(file, "parameters",
                        "'" + place.group(1) + "' is not there", "Add it, or correct the text");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
