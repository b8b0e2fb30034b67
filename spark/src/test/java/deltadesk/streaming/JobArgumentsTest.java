package deltadesk.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.definition.DefinitionChoices;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobArgumentsTest {
    private static final String[] NEEDED = {
        "--pack-folder", TestSpark.salesPack().toString(), "--data-folder", "data",
        "--bootstrap-servers", "127.0.0.1:9092", "--master", "local[2]",
    };

    @Test
    void theNeededArgumentsAreEnough() {
        JobArguments arguments = JobArguments.parse(NEEDED);
        assertEquals(List.of(TestSpark.salesPack()), arguments.packFolders());
        assertEquals("local[2]", arguments.master());
        assertEquals(OptionalLong.empty(), arguments.triggerMs());
        assertEquals(Optional.empty(), arguments.vacuumAfter());
        assertFalse(arguments.hasSparkUi());
    }

    @Test
    void vacuumIsAskedForInHours() {
        String[] all = Stream.concat(Stream.of(NEEDED), Stream.of("--vacuum-hours", "168"))
                .toArray(String[]::new);
        assertEquals(Optional.of(Duration.ofDays(7)), JobArguments.parse(all).vacuumAfter());
    }

    @Test
    void whatReplacesTheWordsOfPacksIsKeptTogether() {
        String[] all = Stream.concat(Stream.of(NEEDED), Stream.of(
                "--topic", "sales=shop", "--topic", "orders=bills", "--starting-offsets", "latest",
                "--watermark-delay-ms", "5000", "--parameter", "premiumThreshold=750"))
                .toArray(String[]::new);
        assertEquals(new DefinitionChoices(
                Map.of("premiumThreshold", BigDecimal.valueOf(750)),
                Map.of("sales", "shop", "orders", "bills"), Optional.of("latest"),
                OptionalLong.of(5_000)), JobArguments.parse(all).choices());
        assertEquals(DefinitionChoices.NONE, JobArguments.parse(NEEDED).choices());
    }

    @Test
    void theSparkUiIsSwitchedOn() {
        String[] all = Stream.concat(Stream.of(NEEDED), Stream.of("--spark-ui", "on"))
                .toArray(String[]::new);
        assertTrue(JobArguments.parse(all).hasSparkUi());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --speed 3                     | The argument '--speed' is not known.
            --trigger-ms                  | The argument --trigger-ms has no value.
            --trigger-ms soon             | The argument --trigger-ms must be a whole number of 0 or more, not 'soon'.
            --max-offsets-per-trigger 0   | The argument --max-offsets-per-trigger must be a whole number of 1 or more, not '0'.
            --vacuum-hours 0              | The argument --vacuum-hours must be a whole number of 1 or more, not '0'.
            --spark-ui maybe              | The argument --spark-ui must be on or off, not 'maybe'.
            --starting-offsets middle     | The argument --starting-offsets must be earliest or latest, not 'middle'.
            --watermark-delay-ms -1       | The argument --watermark-delay-ms must be a whole number of 0 or more, not '-1'.
            --topic sales                 | The argument --topic must be PACK=NAME, not 'sales'.
            --topic sales=                | The argument --topic must be PACK=NAME, not 'sales='.
            --pack-folder nowhere         | The pack folder nowhere holds no stream.json.
            """)
    void anArgumentThatCannotBeUsedIsNamed(String more, String sentence) {
        String[] all = Stream.concat(Stream.of(NEEDED), Stream.of(more.split(" ")))
                .toArray(String[]::new);
        assertEquals(sentence, assertThrows(JobArguments.Unusable.class,
                () -> JobArguments.parse(all)).getMessage());
    }

    @Test
    void aMissingArgumentIsNamed() {
        assertEquals("The argument --pack-folder is missing.", assertThrows(
                JobArguments.Unusable.class, JobArguments::parse).getMessage());
        assertEquals("The argument --data-folder is missing.", assertThrows(
                JobArguments.Unusable.class, () -> JobArguments.parse(
                        "--pack-folder", TestSpark.salesPack().toString())).getMessage());
    }
}
