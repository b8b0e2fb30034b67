package deltadesk.streaming.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.TestSpark;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of bad record of the pack `sales`, and where it ends: named, and never in a failure. */
class BadRecordsTest {
    private static final String SALE = "{\"vente_id\":1,\"client_id\":1,\"produit_id\":101,"
            + "\"timestamp\":\"2025-12-22T10:30:45Z\",\"quantite\":2,\"montant\":1799.98,"
            + "\"client_nom\":\"Jean Dupont\",\"pays\":\"France\",\"segment\":\"Particulier\","
            + "\"prix_unitaire\":899.99,\"event_id\":\"A\",\"schema_version\":1}";
    private static CompiledDefinition definition;

    /** `place` is `<stage> <rule>` of a rejected record, or `silver`, or `silver <warnings>`. */
    private record Case(String name, byte[] value, String place) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void compile() {
        definition = CompiledDefinition.compile(
                TestSpark.session(), ResolvedDefinition.read(TestSpark.salesPack()));
    }

    static Stream<Case> cases() {
        return Stream.of(values(), texts(), numbers(), times()).flatMap(each -> each);
    }

    private static Stream<Case> values() {
        return Stream.of(
                new Case("tombstone", null, "parse not-empty"),
                of("empty", "", "parse not-empty"),
                of("blank", " \n", "parse json"),
                of("not JSON", "vente", "parse json"),
                of("cut off", SALE.substring(0, 100), "parse json"),
                of("two objects", SALE + SALE, "parse json"),
                of("byte order mark", "\uFEFF" + SALE, "parse json"),
                of("list", "[" + SALE + "]", "parse object"),
                of("number", "12", "parse object"),
                of("NaN", with("montant", "NaN"), "parse json"),
                of("unquoted Infinity", with("montant", "-Infinity"), "parse json"),
                new Case("invalid UTF-8", new byte[] {'{', (byte) 0xff, '}'}, "parse utf-8"),
                new Case("overlong UTF-8", new byte[] {(byte) 0xc0, (byte) 0x80}, "parse utf-8"),
                new Case("half a surrogate pair in UTF-8",
                        new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, "parse utf-8"),
                of("1 MB of text", "x".repeat(1 << 20), "parse json"),
                of("1 MB of blanks", SALE + " ".repeat(1 << 20), "silver"),
                of("raw control character", with("client_nom", "\"a\u0001b\""), "parse json"),
                of("10,000 levels of lists", more("x", "[".repeat(10_000) + "]".repeat(10_000)),
                        "parse json-limits"),
                of("10,000 levels never closed", "{\"a\":".repeat(10_000), "parse json-limits"),
                of("100 levels in an unknown field",
                        more("x", "[".repeat(100) + "]".repeat(100)), "silver"),
                of("number of 10,000 digits", with("vente_id", "9".repeat(10_000)),
                        "parse json-limits"),
                of("name of 100,000 characters", more("x".repeat(100_000), "1"),
                        "parse json-limits"),
                of("newer schema version", with("schema_version", "2"), "schema schema_version"),
                of("null in a required field", with("client_id", "null"), "schema client_id"),
                of("empty object", "{}", "schema vente_id"),
                of("a field twice", SALE.replace("}", ",\"montant\":1}"), "schema montant"),
                of("an unknown field twice", more("x", "1,\"x\":2"), "silver"));
    }

    private static Stream<Case> texts() {
        return Stream.of(
                of("object for a text", with("client_nom", "{}"), "schema client_nom"),
                of("number for a text", with("client_nom", "5"), "schema client_nom"),
                of("half a surrogate pair", with("event_id", "\"\\ud800\""), "schema event_id"),
                of("a whole pair", with("client_nom", "\"\\ud83d\\ude00\""), "silver"),
                of("escaped control character", with("client_nom", "\"\\u0000\""), "silver"),
                of("1 MB name", with("client_nom", "\"" + "é".repeat(500_000) + "\""), "silver"),
                of("long event id", with("event_id", "\"" + "x".repeat(257) + "\""),
                        "schema event_id"),
                of("blank event id", with("event_id", "\"  \""), "rule SR-1"),
                of("unknown country", with("pays", "\"Narnia\""), "rule SR-6"),
                of("unknown customer", with("client_id", "999"), "rule SR-3"));
    }

    private static Stream<Case> numbers() {
        return Stream.of(
                of("text of digits", with("vente_id", "\"12\""), "silver"),
                of("beyond int", with("vente_id", "2147483648"), "schema vente_id"),
                of("beyond long", with("vente_id", "9223372036854775808"), "schema vente_id"),
                of("beyond long as text", with("vente_id", "\"9999999999999999999\""),
                        "schema vente_id"),
                of("fraction for a whole", with("quantite", "2.0"), "schema quantite"),
                of("exponent for a whole", with("quantite", "2e0"), "schema quantite"),
                of("beyond double", with("montant", "1e999"), "schema montant"),
                of("huge exponent", with("montant", "1e999999999"), "schema montant"),
                of("exponent beyond int", with("montant", "1e99999999999"), "schema montant"),
                of("tiny number", with("prix_unitaire", "1e-999999999"), "silver SR-9;SR-10"),
                of("beyond decimal", with("montant", "1e300"), "rule SR-1"),
                of("NaN as text", with("montant", "\"NaN\""), "schema montant"),
                of("Infinity as text", with("montant", "\"Infinity\""), "schema montant"),
                of("hexadecimal text", with("montant", "\"0x1p3\""), "schema montant"),
                of("empty text", with("montant", "\"\""), "schema montant"),
                of("boolean for a number", with("montant", "true"), "schema montant"),
                of("negative amount", with("montant", "-0.01"), "rule SR-2"),
                of("zero amount", with("montant", "-0.0"), "silver SR-8;SR-9"),
                of("product beyond decimal", with("prix_unitaire", "9999999999.99"), "rule SR-1"),
                of("quantity out of range", with("quantite", "1001"), "rule SR-5"));
    }

    private static Stream<Case> times() {
        return Stream.of(
                at("1970-01-01T00:00:00Z", "silver"),
                at("0001-01-01T00:00:00Z", "silver"),
                at("0000-12-31T00:00:00Z", "schema timestamp"),
                at("-0001-01-01T00:00:00Z", "schema timestamp"),
                at("0001-01-01T00:00:00+14:00", "schema timestamp"),
                at("9999-12-31T23:59:59.999999Z", "rule SR-7"),
                at("9999-12-31T23:59:59-14:00", "schema timestamp"),
                at("10000-01-01T00:00:00Z", "schema timestamp"),
                at("+10000-01-01T00:00:00Z", "schema timestamp"),
                at("2025-12-22T10:35:46Z", "silver"),
                at("2025-12-22T10:35:46.000001Z", "rule SR-7"),
                at("2025-12-23T00:30:45+14:00", "silver"),
                at("2025-12-22T10:30:45+19:00", "schema timestamp"),
                at("2025-12-22T10:30:45+18:30", "schema timestamp"),
                at("2026-02-30T10:30:45Z", "schema timestamp"),
                at("2016-12-31T23:59:60Z", "schema timestamp"),
                at("2025-12-22T24:00:00Z", "schema timestamp"),
                at("2025-12-22T10:30:45.Z", "schema timestamp"),
                at("2025-12-22", "schema timestamp"),
                at("٢٠٢٥-12-22T10:30:45Z", "schema timestamp"),
                of("seconds since 1970", with("timestamp", "1766399445"), "schema timestamp"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void endsWhereItsStageAndRuleSay(Case bad) {
        LayerRows rows = definition.read(TestSpark.session().createDataFrame(
                List.of(SourceRows.row("1", bad.value(), 0, 7, "2025-12-22T10:30:46Z")),
                SourceRows.SCHEMA), 1_766_399_447_000_000L);
        assertEquals(bad.place(), place(rows));
        boolean isInBronze = bad.place().startsWith("silver") || bad.place().startsWith("rule");
        assertEquals(isInBronze ? 1 : 0, rows.bronzeCount());
        for (Object[] row : rows.rejected()) {
            String error = (String) row[RejectedRow.indexOf("error")];
            assertTrue(error.matches("[A-Z][^\\n]{5,300}\\."), error);
        }
    }

    private static String place(LayerRows rows) {
        assertEquals(1, rows.silver().size() + rows.rejected().size());
        if (!rows.rejected().isEmpty()) {
            Object[] row = rows.rejected().get(0);
            return row[RejectedRow.indexOf("stage")] + " " + row[RejectedRow.indexOf("rule")];
        }
        Object[] row = rows.silver().get(0);
        Object warnings = row[definition.stream().silver().columnNames().indexOf("dq_warnings")];
        return warnings == null ? "silver" : "silver " + warnings;
    }

    private static Case at(String time, String place) {
        return of(time, with("timestamp", "\"" + time + "\""), place);
    }

    private static Case of(String name, String value, String place) {
        return new Case(name, value.getBytes(StandardCharsets.UTF_8), place);
    }

    /** The sale with another value in a field. */
    private static String with(String field, String json) {
        return SALE.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[^,}]*)",
                java.util.regex.Matcher.quoteReplacement("\"" + field + "\":" + json));
    }

    private static String more(String field, String json) {
        return SALE.replace("}", ",\"" + field + "\":" + json + "}");
    }
}
