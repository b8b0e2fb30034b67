package deltadesk.streaming.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.TestSpark;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Records by chance, of a fixed seed: each ends in exactly one place, and none in a failure. */
class RecordFuzzTest {
    private static final int RECORDS = 20_000;
    private static final String[] PIECES = {
        "null", "true", "\"\"", "-1", "0", "1e99999999999", "2147483648", "{}", "[]", "\"NaN\"",
        "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00Z\"", "\"\\ud800\"", "99999999999999999999",
        "1e-400", "\"France\"", ",", ":", "}", "{", "\"", "\\", "\u0000", "é", "\"event_id\":",
        "\"montant\":\"1.\"", "\"quantite\":",
    };
    private static final String SALE = "{\"vente_id\":1,\"client_id\":1,\"produit_id\":101,"
            + "\"timestamp\":\"2025-12-22T10:30:45Z\",\"quantite\":2,\"montant\":1799.98,"
            + "\"pays\":\"France\",\"segment\":\"Particulier\",\"prix_unitaire\":899.99,"
            + "\"event_id\":\"A\",\"schema_version\":1}";

    @Test
    void everyRecordEndsInExactlyOnePlace() {
        CompiledDefinition definition = CompiledDefinition.compile(
                TestSpark.session(), ResolvedDefinition.read(TestSpark.salesPack()));
        Random random = new Random(20_251_222);
        List<Row> records = new ArrayList<>();
        for (int offset = 0; offset < RECORDS; offset++) {
            byte[] value = offset % 4 == 0 ? noise(random) : mutated(random);
            records.add(SourceRows.row("1", value, 0, offset, "2025-12-22T10:30:46Z"));
        }
        LayerRows rows = definition.read(TestSpark.session().createDataFrame(
                records, SourceRows.SCHEMA), 1_766_399_447_000_000L);
        int inBronze = definition.stream().bronze().columnNames().indexOf("kafka_offset");
        int inSilver = definition.stream().silver().columnNames().indexOf("kafka_offset");
        Set<Long> beforeBronze = new HashSet<>();
        Set<Long> byRule = new HashSet<>();
        for (Object[] row : rows.rejected()) {
            boolean isRule = row[RejectedRow.indexOf("stage")].equals("rule");
            (isRule ? byRule : beforeBronze).add((Long) row[RejectedRow.indexOf("kafka_offset")]);
        }
        assertEquals(rows.rejected().size(), beforeBronze.size() + byRule.size());
        Set<Long> bronze = offsets(rows.bronze(), inBronze);
        Set<Long> silver = offsets(rows.silver(), inSilver);
        assertPartition(RECORDS, bronze, beforeBronze);
        assertPartition(bronze.size(), silver, byRule);
        // The chances are such that every place is well filled.
        for (Set<Long> place : List.of(silver, byRule, beforeBronze)) {
            assertEquals(true, place.size() > 100, "one place has " + place.size());
        }
    }

    private static void assertPartition(int size, Set<Long> one, Set<Long> other) {
        assertEquals(size, one.size() + other.size());
        Set<Long> all = new HashSet<>(one);
        all.addAll(other);
        assertEquals(size, all.size());
    }

    private static Set<Long> offsets(List<Object[]> rows, int column) {
        Set<Long> offsets = new HashSet<>();
        rows.forEach(row -> offsets.add((Long) row[column]));
        assertEquals(rows.size(), offsets.size());
        return offsets;
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        return random.nextInt(20) == 0 ? null : bytes;
    }

    /** A sale with some of its values replaced, or some of its bytes. */
    private static byte[] mutated(Random random) {
        String text = SALE;
        for (int times = random.nextInt(3); times > 0; times--) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            int colon = text.indexOf(':', random.nextInt(text.length()));
            int comma = colon < 0 ? -1 : text.indexOf(',', colon);
            text = comma < 0 ? text + piece
                    : text.substring(0, colon + 1) + piece + text.substring(comma);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int times = random.nextInt(6) - 3; times > 0; times--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(10) > 0
                ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
}
