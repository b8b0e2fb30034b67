package deltadesk.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The backward compatibility of a pack's upgrade (floor 4.2, S0-R1): a field that is removed,
 * renamed or of another type needs a raised schema version, since events of the version before are
 * still on their way. A new optional field needs none.
 */
final class FieldCompatibility {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "stream.json";

    private FieldCompatibility() {}

    /** `previous` is the JSON of {@link ResolvedDefinition#json}, maybe of an older Deltadesk. */
    static void check(String previous, StreamDefinition current) {
        JsonNode stream;
        try {
            stream = JSON.readTree(previous).path("stream");
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The checkpoint's definition is not JSON.", broken);
        }
        int version = stream.path("schemaVersion").asInt();
        if (current.schemaVersion() > version) {
            return;
        }
        for (JsonNode field : stream.path("fields")) {
            String name = field.path("name").asText();
            String type = field.path("type").asText();
            String found = current.fields().stream().filter(each -> each.name().equals(name))
                    .map(FieldDefinition::type).findFirst().orElse(null);
            if (!type.equals(found)) {
                throw new DefinitionException(FILE, "fields." + name, "it was " + type
                        + " and is " + (found == null ? "gone" : found), "Put it back, or raise "
                        + "schemaVersion above " + version + " and let the events carry that");
            }
        }
    }
}
