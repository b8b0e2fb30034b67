package deltadesk.streaming.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import deltadesk.definition.ColumnType;
import deltadesk.definition.FieldDefinition;
import deltadesk.definition.StreamDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A record's value against the fields of a definition: stages parse and schema of floor 4.2. One
 * instance serves one thread.
 */
public final class RecordParser {
    private static final JsonFactory JSON = new JsonFactory();

    private final FieldDefinition[] fields;
    private final DataType[] types;
    private final Map<String, Integer> indexByName = new HashMap<>();
    private final int eventIdIndex;
    private final int schemaVersionIndex;
    private final int knownSchemaVersion;

    /** Takes the fields, the event id and the known schema version from `definition`. */
    public RecordParser(StreamDefinition definition) {
        fields = definition.fields().toArray(FieldDefinition[]::new);
        types = new DataType[fields.length];
        for (int index = 0; index < fields.length; index++) {
            types[index] = ColumnType.toDataType(fields[index].type());
            indexByName.put(fields[index].name(), index);
        }
        eventIdIndex = indexByName.get(definition.eventIdField());
        schemaVersionIndex = indexByName.get(definition.schemaVersionField());
        knownSchemaVersion = definition.schemaVersion();
    }

    /**
     * Fills `values` from `firstIndex` on with the fields in their order; returns null, or the
     * refusal. `value` is null for a record without value, as is `utf8Text` when it is not UTF-8.
     */
    public Refusal parse(byte[] value, String utf8Text, Object[] values, int firstIndex) {
        if (value == null || value.length == 0) {
            return notParsed("The value is empty.");
        }
        if (utf8Text == null) {
            return notParsed("The value is not UTF-8 text.");
        }
        try (JsonParser json = JSON.createParser(utf8Text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                // Read to the end, so that what is no JSON at all is called so.
                json.skipChildren();
                boolean isJson = json.currentToken() != null && json.nextToken() == null;
                return notParsed(isJson
                        ? "The value is not a JSON object." : "The value is not JSON.");
            }
            readFields(json, values, firstIndex);
            if (json.nextToken() != null) {
                return notParsed("The value is not JSON.");
            }
        } catch (JsonProcessingException malformed) {
            return notParsed("The value is not JSON.");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return firstUnfit(values, firstIndex);
    }

    private void readFields(JsonParser json, Object[] values, int firstIndex) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            Integer index = indexByName.get(json.currentName());
            json.nextToken();
            if (index == null) {
                json.skipChildren();
            } else if (json.currentToken().isStructStart()) {
                json.skipChildren();
                values[firstIndex + index] = FieldValue.UNFIT;
            } else {
                values[firstIndex + index] = FieldValue.read(json, types[index]);
            }
        }
    }

    private Refusal firstUnfit(Object[] values, int firstIndex) {
        Object eventId = values[firstIndex + eventIdIndex];
        String id = eventId instanceof UTF8String text ? text.toString() : null;
        // A newer schema may explain every other misfit, so it is named first.
        if (values[firstIndex + schemaVersionIndex] instanceof Number version
                && version.longValue() > knownSchemaVersion) {
            return new Refusal(Stage.SCHEMA, fields[schemaVersionIndex].name(),
                    "The schema version " + version + " is newer than the known one, "
                            + knownSchemaVersion + ".", id);
        }
        for (int index = 0; index < fields.length; index++) {
            Object found = values[firstIndex + index];
            String name = fields[index].name();
            if (found == FieldValue.UNFIT) {
                return new Refusal(Stage.SCHEMA, name, "The field '" + name
                        + "' cannot be read as " + fields[index].type() + ".", id);
            }
            if (found == null && fields[index].required()) {
                return new Refusal(Stage.SCHEMA, name,
                        "The required field '" + name + "' is missing or null.", id);
            }
        }
        return null;
    }

    private static Refusal notParsed(String error) {
        return new Refusal(Stage.PARSE, null, error, null);
    }
}
