package deltadesk.streaming.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import deltadesk.definition.ColumnType;
import deltadesk.definition.FieldDefinition;
import deltadesk.definition.StreamDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A record's value against the fields of a definition: stages parse and schema of floor 4.2. One
 * instance serves one thread.
 */
public final class RecordParser {
    /** Names of fields are the sender's: they must neither fill nor break a table of names. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW).build();
    /** A ULID has 26 characters; what identifies millions of events must not be a document. */
    private static final int LONGEST_EVENT_ID = 256;

    private final FieldDefinition[] fields;
    private final DataType[] types;
    private final Map<String, Integer> indexByName = new HashMap<>();
    private final int eventIdIndex;
    private final int schemaVersionIndex;
    private final int knownSchemaVersion;
    private final List<Set<String>> allowed;
    private final FieldNames names;

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
        allowed = definition.fields().stream().map(field -> Set.copyOf(field.values())).toList();
        names = new FieldNames(fields.length);
    }

    /** Which fields the record has that was parsed last; none when it is no JSON object. */
    public FieldNames fieldNames() {
        return names;
    }

    /**
     * Fills `values` from `firstIndex` on with the fields in their order; returns null, or the
     * refusal. `value` is null for a record without value, as is `utf8Text` when it is not UTF-8.
     */
    public Refusal parse(byte[] value, String utf8Text, Object[] values, int firstIndex) {
        names.clear();
        ParseRule broken = read(value, utf8Text, values, firstIndex);
        if (broken != null) {
            names.clear();
            return broken.refusal();
        }
        return firstUnfit(values, firstIndex);
    }

    private ParseRule read(byte[] value, String utf8Text, Object[] values, int firstIndex) {
        if (value == null || value.length == 0) {
            return ParseRule.NOT_EMPTY;
        }
        if (utf8Text == null) {
            return ParseRule.UTF_8;
        }
        try (JsonParser json = JSON.createParser(utf8Text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                // Read to the end, so that what is no JSON at all is called so.
                json.skipChildren();
                boolean isJson = json.currentToken() != null && json.nextToken() == null;
                return isJson ? ParseRule.OBJECT : ParseRule.JSON;
            }
            readFields(json, values, firstIndex);
            return json.nextToken() == null ? null : ParseRule.JSON;
        } catch (StreamConstraintsException tooMuch) {
            return ParseRule.JSON_LIMITS;
        } catch (JsonProcessingException malformed) {
            return ParseRule.JSON;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void readFields(JsonParser json, Object[] values, int firstIndex) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            Integer index = indexByName.get(name);
            json.nextToken();
            if (index == null) {
                names.addUnknown(name);
                json.skipChildren();
            } else if (!names.addKnown(index)) {
                json.skipChildren();
                values[firstIndex + index] = FieldValue.REPEATED;
            } else if (json.currentToken().isStructStart()) {
                json.skipChildren();
                values[firstIndex + index] = FieldValue.UNFIT;
            } else {
                values[firstIndex + index] = FieldValue.read(json, types[index]);
            }
        }
    }

    /** The first field that does not fit, in the definition's order; null when all do. */
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
            String error = misfit(index, found);
            if (error != null) {
                return new Refusal(Stage.SCHEMA, name, error, id);
            }
        }
        return null;
    }

    /** What is wrong with a field's value in one sentence; null when nothing is. */
    private String misfit(int index, Object found) {
        String name = fields[index].name();
        if (found == FieldValue.UNFIT) {
            return "The field '" + name + "' cannot be read as " + fields[index].type() + ".";
        }
        if (found == FieldValue.REPEATED) {
            return "The field '" + name + "' is there twice.";
        }
        if (found == null) {
            return fields[index].required()
                    ? "The required field '" + name + "' is missing or null." : null;
        }
        if (!allowed.get(index).isEmpty() && !allowed.get(index).contains(found.toString())) {
            return "The field '" + name + "' is none of "
                    + String.join(", ", fields[index].values()) + ".";
        }
        if (index == eventIdIndex && ((UTF8String) found).numBytes() > LONGEST_EVENT_ID) {
            return "The event id is longer than " + LONGEST_EVENT_ID + " bytes.";
        }
        return null;
    }
}
