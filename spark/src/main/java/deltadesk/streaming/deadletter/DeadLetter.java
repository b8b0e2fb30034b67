package deltadesk.streaming.deadletter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import deltadesk.streaming.layers.RejectedRow;
import deltadesk.streaming.parse.ParseRule;
import deltadesk.streaming.parse.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One rejected record as a record of the dead-letter queue (floor 4.3). Everything in it comes from
 * the row of the table of rejected records, so a replay gives the same bytes.
 */
final class DeadLetter {
    /** Of the queue's own records. */
    private static final int SCHEMA_VERSION = 1;
    /** What is kept of an original that does not fit: at most six bytes of JSON each. */
    private static final int KEPT_CHARACTERS = 100_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final Object[] row;

    /** `row` is in the order of {@link RejectedRow#COLUMNS}. */
    DeadLetter(Object[] row) {
        this.row = row;
    }

    /** `<topic>-<partition>-<offset>`: by it a reader drops what comes twice. */
    String key() {
        return text("kafka_topic") + "-" + value("kafka_partition") + "-" + value("kafka_offset");
    }

    /** Found without reading the value: pack, stage and, where there is one, rule. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : new String[] {"pack", "stage", "rule"}) {
            if (value(name) != null) {
                headers.put(name, text(name));
            }
        }
        return headers;
    }

    /** The whole record as JSON in UTF-8. */
    byte[] toJson() {
        return write(false);
    }

    /** With the beginning of the original as text and `"truncated": true`; below 700 kB. */
    byte[] toTruncatedJson() {
        return write(true);
    }

    private byte[] write(boolean isTruncated) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            writeOriginal(json, isTruncated);
            json.writeStringField("error", text("error"));
            json.writeStringField("original_topic", text("kafka_topic"));
            json.writeStringField("timestamp", time("rejected_at"));
            if (isBase64()) {
                json.writeStringField("encoding", "base64");
            }
            if (isTruncated) {
                json.writeBooleanField("truncated", true);
            }
            json.writeStringField("stage", text("stage"));
            json.writeStringField("rule", text("rule"));
            json.writeNumberField("original_partition", (Integer) value("kafka_partition"));
            json.writeStringField("original_offset", text("kafka_offset"));
            json.writeStringField("event_id", eventId());
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void writeOriginal(JsonGenerator json, boolean isTruncated) throws IOException {
        json.writeFieldName("original_event");
        String original = text("raw_value");
        if (isTruncated) {
            json.writeString(beginning(original));
        } else if (Stage.PARSE.word().equals(text("stage"))) {
            json.writeString(original);
        } else {
            // What passed the parser is a JSON object: as it came, to the last digit.
            json.writeRawValue(original);
        }
    }

    private static String beginning(String text) {
        if (text.length() <= KEPT_CHARACTERS) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(KEPT_CHARACTERS - 1));
        return text.substring(0, splitsPair ? KEPT_CHARACTERS - 1 : KEPT_CHARACTERS);
    }

    /** Base64 cut at a multiple of four characters is base64 still. */
    private boolean isBase64() {
        return Stage.PARSE.word().equals(text("stage"))
                && ParseRule.UTF_8.word().equals(text("rule"));
    }

    /**
     * The same for the same record, also when it is sent again. The broker's timestamp tells apart
     * records of topics of one name, one made after the other.
     */
    private String eventId() {
        String name = key() + "@" + value("kafka_timestamp");
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String time(String column) {
        return Instant.EPOCH.plus((Long) value(column), ChronoUnit.MICROS).toString();
    }

    private String text(String column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    private Object value(String column) {
        return row[RejectedRow.indexOf(column)];
    }
}
