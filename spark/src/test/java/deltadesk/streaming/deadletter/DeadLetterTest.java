package deltadesk.streaming.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records of the dead-letter queue as floor 4.3 wants them. */
class DeadLetterTest {
    private static final long AT_MICROS = 1_766_399_447_500_000L;

    @Test
    void anEventIsCarriedAsTheObjectThatItIsAfterTheEnvelopeFields() throws IOException {
        String event = "{\"montant\":1e999999999,\"montant\":1.10,\"é\":\"\\ud800\"}";
        DeadLetter letter = letter("schema", "montant", event, 7);
        String json = new String(letter.toJson(), StandardCharsets.UTF_8);
        assertTrue(json.startsWith("{\"original_event\":" + event + ",\"error\":"), json);
        List<String> names = new ArrayList<>();
        read(letter.toJson()).fieldNames().forEachRemaining(names::add);
        assertEquals(List.of("original_event", "error", "original_topic", "timestamp", "stage",
                "rule", "original_partition", "original_offset", "event_id", "schema_version"),
                names);
    }

    @Test
    void theOtherFieldsTellWhereTheRecordWasAndWhy() throws IOException {
        JsonNode letter = read(letter("rule", "SR-3", "{\"a\":1}", 7).toJson());
        assertEquals("{\"a\":1}", letter.get("original_event").toString());
        assertEquals("Because.", letter.get("error").asText());
        assertEquals("a-topic", letter.get("original_topic").asText());
        assertEquals("2025-12-22T10:30:47.500Z", letter.get("timestamp").asText());
        assertEquals("rule", letter.get("stage").asText());
        assertEquals("SR-3", letter.get("rule").asText());
        assertTrue(letter.get("original_partition").isInt());
        assertEquals("\"7\"", letter.get("original_offset").toString());
        assertEquals(1, letter.get("schema_version").intValue());
    }

    @Test
    void whatIsNoJsonObjectIsCarriedAsText() throws IOException {
        for (String text : new String[] {"not json", "[1]", "{\"a\":", "\u0000\"\\", ""}) {
            JsonNode original =
                    read(letter("parse", "json", text, 7).toJson()).get("original_event");
            assertEquals(text, original.textValue());
        }
        assertTrue(read(letter("parse", "not-empty", null, 7).toJson())
                .get("original_event").isNull());
    }

    @Test
    void bytesThatAreNoTextAreMarkedAsBase64() throws IOException {
        JsonNode binary = read(letter("parse", "utf-8", "/w==", 7).toJson());
        assertEquals("/w==", binary.get("original_event").asText());
        assertEquals("base64", binary.get("encoding").asText());
        assertFalse(read(letter("parse", "json", "/w==", 7).toJson()).has("encoding"));
    }

    @Test
    void theEventIdIsThatOfTheRecordOnEveryReplay() throws IOException {
        assertEquals(id(letter("rule", "SR-3", "{}", 7)), id(letter("rule", "SR-3", "{}", 7)));
        assertNotEquals(id(letter("rule", "SR-3", "{}", 7)), id(letter("rule", "SR-3", "{}", 8)));
        assertEquals("a-topic-2-7", letter("rule", "SR-3", "{}", 7).key());
    }

    @Test
    void aTruncatedOriginalIsReadableTextBelowTheUsualLimit() throws IOException {
        // The worst there is: six bytes of JSON for each character, and a pair at the cut.
        String text = "\u0000".repeat(99_999) + "😀".repeat(100_000);
        byte[] json = letter("parse", "json", text, 7).toTruncatedJson();
        assertTrue(json.length < 700_000, json.length + " bytes");
        JsonNode letter = read(json);
        assertTrue(letter.get("truncated").asBoolean());
        assertEquals("\u0000".repeat(99_999), letter.get("original_event").asText());
        byte[] bytes = new byte[900_000];
        String base64 = read(letter("parse", "utf-8", Base64.getEncoder().encodeToString(bytes), 7)
                .toTruncatedJson()).get("original_event").asText();
        assertEquals(75_000, Base64.getDecoder().decode(base64).length);
    }

    private static String id(DeadLetter letter) throws IOException {
        return read(letter.toJson()).get("event_id").asText();
    }

    private static JsonNode read(byte[] json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    private static DeadLetter letter(String stage, String rule, String original, long offset) {
        return new DeadLetter(row(stage, rule, original, offset));
    }

    static Object[] row(String stage, String rule, String original, long offset) {
        return new Object[] {"a-pack", stage, rule, "Because.", original, null, "a-topic", 2,
            offset, AT_MICROS - 1_000_000, AT_MICROS, "2025-12-22"};
    }
}
