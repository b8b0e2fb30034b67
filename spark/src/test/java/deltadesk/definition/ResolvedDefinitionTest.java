package deltadesk.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.streaming.TestSpark;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolvedDefinitionTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheShippedPack() throws IOException {
        try (Stream<Path> files = Files.walk(TestSpark.salesPack())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(TestSpark.salesPack().relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void theShippedPackIsRead() {
        ResolvedDefinition definition = ResolvedDefinition.read(folder);
        assertEquals("sales", definition.stream().pack());
        assertEquals("GB", definition.catalogs().get("countries")
                .find("United Kingdom", "country_code"));
    }

    @Test
    void theStoredTextGivesTheSameDefinition() {
        ResolvedDefinition definition = ResolvedDefinition.read(folder);
        ResolvedDefinition again = ResolvedDefinition.parse("0.json", definition.json());
        assertEquals(definition.stream(), again.stream());
        assertEquals(definition.json(), again.json());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "pack": "sales",                 | | field pack: it is missing. Add
            "type": "int"                    | "type": "integer" | 'integer' is not a type. Use int, long
            "required": true                 | "required": "yes" | true or false is expected here
            "eventIdField": "event_id"       | "eventIdField": "id" | 'id' is not one of the fields
            "startingOffsets": "earliest"    | "startingOffsets": "first" | Use one of earliest, latest
            "maxOffsetsPerTrigger": 100000   | "maxOffsetsPerTrigger": 0 | of 1 or more is expected
            "kind": "blocking"               | "kind": "fatal" | field silver.rules[0].kind: 'fatal'
            "id": "SR-2"                     | "id": "SR-1" | field silver.rules: 'SR-1' is there twice
            "keys": ["pays",                 | "keys": ["land", | 'land' is not a column of the table
            "name": "vente_id"               | "name": "kafka_offset" | is a column of the engine
            "function": "sum"                | "function": "median" | 'median' is not known here
            "file": "catalogs/clients.json"  | "file": "catalogs/customers.json" | it cannot be read
            "type": "int", "required": true  | "type": "int", "required": true, "values": ["1"] | only a string field
            "topic": {                       | "topic": 1, "t": { | field topic: an object is expected
            """)
    void aMistakeIsNamedByFieldAndRemedy(String text, String mistake, String sentence)
            throws IOException {
        Path file = folder.resolve("stream.json");
        String json = Files.readString(file);
        assertTrue(json.contains(text));
        int at = json.indexOf(text);
        Files.writeString(file, json.substring(0, at) + (mistake == null ? "" : mistake)
                + json.substring(at + text.length()));
        String message = assertThrows(DefinitionException.class,
                () -> ResolvedDefinition.read(folder)).getMessage();
        assertTrue(message.contains(sentence), message);
        assertTrue(message.contains(".json"), message);
    }

    @Test
    void aChosenParameterIsPutIntoTheExpressionsAndAnotherIsThePacksOwn() {
        Map<String, BigDecimal> chosen =
                Map.of("premiumThreshold", new BigDecimal("750.5"), "anotherPacks", BigDecimal.ONE);
        ResolvedDefinition definition = ResolvedDefinition.read(folder, new DefinitionChoices(
                chosen, Map.of(), Optional.empty(), OptionalLong.empty()));
        assertTrue(definition.json().contains("total_depense >= 750.5 then 'Premium'"));
        assertTrue(definition.json().contains("total_depense >= 100 then 'Standard'"));
        assertEquals(definition.stream(),
                ResolvedDefinition.parse("0.json", definition.json()).stream());
    }

    @Test
    void aChosenTopicBeginningAndDelayStandInPlaceOfThePacks() {
        StreamDefinition stream = ResolvedDefinition.read(folder, new DefinitionChoices(
                Map.of(), Map.of("sales", "shop", "orders", "bills"), Optional.of("latest"),
                OptionalLong.of(5_000))).stream();
        assertEquals("shop", stream.topic());
        assertEquals("latest", stream.startingOffsets());
        assertEquals(5_000, stream.watermarkDelayMs());
        StreamDefinition own = ResolvedDefinition.read(folder).stream();
        assertEquals(own.aggregates().size(), stream.aggregates().size());
        for (int index = 0; index < own.aggregates().size(); index++) {
            AggregateDefinition.Window before = own.aggregates().get(index).window();
            AggregateDefinition.Window after = stream.aggregates().get(index).window();
            boolean hasDelay = before != null && before.watermarkDelayMs() != null;
            assertEquals(hasDelay ? Long.valueOf(5_000) : null,
                    after == null ? null : after.watermarkDelayMs());
        }
    }

    @Test
    void aNameThatIsNoParameterIsRefused() throws IOException {
        Path file = folder.resolve("stream.json");
        Files.writeString(file,
                Files.readString(file).replace("${loyaltyThreshold}", "${loyalty}"));
        assertEquals(file + ", field parameters: 'loyalty' is not there. Add it, or correct the "
                + "text.", assertThrows(DefinitionException.class,
                () -> ResolvedDefinition.read(folder)).getMessage());
    }

    @Test
    void aFileThatIsNotJsonIsNamedWithTheLine() throws IOException {
        Files.writeString(folder.resolve("stream.json"), "{\n\"pack\": sales }");
        assertEquals(folder.resolve("stream.json") + ": it is not JSON (line 2). "
                + "Correct the file.", assertThrows(DefinitionException.class,
                () -> ResolvedDefinition.read(folder)).getMessage());
    }

    @Test
    void aCatalogKeyOfTwoRowsIsRefused() throws IOException {
        Files.writeString(folder.resolve("catalogs/segments.json"), """
                [{"segment_code": "A", "accepted": ["a", "x"]},
                 {"segment_code": "B", "accepted": "x"}]""");
        String message = assertThrows(DefinitionException.class,
                () -> ResolvedDefinition.read(folder)).getMessage();
        assertTrue(message.contains("segments.json, field [1].accepted: 'x' is the key of two"),
                message);
    }
}
