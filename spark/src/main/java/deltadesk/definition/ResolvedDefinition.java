package deltadesk.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A definition with its catalogs: all that decides how a record becomes rows. `json` is the whole
 * of it as one text (`{"stream": …, "catalogs": {name: rows}}`), equal for equal content.
 */
public record ResolvedDefinition(
        StreamDefinition stream, Map<String, Catalog> catalogs, String json) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The same as the pack has it. */
    public static ResolvedDefinition read(Path packFolder) {
        return read(packFolder, DefinitionChoices.NONE);
    }

    /**
     * Reads `stream.json` with what was chosen and the catalogs it names; throws
     * {@link DefinitionException}.
     */
    public static ResolvedDefinition read(Path packFolder, DefinitionChoices choices) {
        Path file = packFolder.resolve("stream.json");
        ObjectNode whole = JSON.createObjectNode();
        JsonNode json = readJson(file);
        choices.fill(file.toString(), json);
        whole.set("stream", json);
        ObjectNode catalogs = whole.putObject("catalogs");
        StreamDefinition stream = DefinitionParser.parse(file.toString(), whole.get("stream"));
        for (Map.Entry<String, CatalogDefinition> entry : stream.catalogs().entrySet()) {
            catalogs.set(entry.getKey(), readJson(packFolder.resolve(entry.getValue().file())));
        }
        return resolve(file.toString(), whole);
    }

    /** Reads what {@link #json} wrote; `file` is for complaints. */
    public static ResolvedDefinition parse(String file, String json) {
        try {
            return resolve(file, JSON.readTree(json));
        } catch (JsonProcessingException broken) {
            throw notJson(file, broken);
        }
    }

    private static ResolvedDefinition resolve(String file, JsonNode whole) {
        StreamDefinition stream = DefinitionParser.parse(file, whole.get("stream"));
        Map<String, Catalog> catalogs = new HashMap<>();
        stream.catalogs().forEach((name, catalog) -> catalogs.put(name, Catalog.parse(
                catalog.file(), catalog.key(), whole.get("catalogs").get(name))));
        return new ResolvedDefinition(stream, catalogs, whole.toPrettyString());
    }

    private static JsonNode readJson(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException broken) {
            throw notJson(file.toString(), broken);
        } catch (IOException unreadable) {
            throw new DefinitionException(file.toString(), "", "it cannot be read",
                    "Check that the file exists and may be read");
        }
    }

    private static DefinitionException notJson(String file, JsonProcessingException broken) {
        int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
        return new DefinitionException(
                file, "", "it is not JSON (line " + line + ")", "Correct the file");
    }
}
