package deltadesk.streaming.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class KnownTextsTest {
    private final KnownTexts texts = new KnownTexts();

    @Test
    void aTextThatComesAgainIsTheSameObject() {
        String first = of("France");
        assertEquals("France", first);
        of("Italie");
        assertSame(first, of("France"));
    }

    @Test
    void theBytesMayBeThoseOfARowThatIsReused() {
        byte[] reused = "Rome".getBytes(StandardCharsets.UTF_8);
        assertEquals("Rome", texts.of(UTF8String.fromBytes(reused)));
        System.arraycopy("Lyon".getBytes(StandardCharsets.UTF_8), 0, reused, 0, 4);
        assertEquals("Lyon", texts.of(UTF8String.fromBytes(reused)));
        assertEquals("Rome", of("Rome"));
    }

    @Test
    void everyTextIsItsOwnWhateverTheirNumber() {
        for (int round = 0; round < 3; round++) {
            for (int each = 0; each < 5_000; each++) {
                assertEquals("é" + each, of("é" + each));
            }
        }
    }

    @Test
    void aColumnOfIdsIsGivenUp() {
        for (int each = 0; each < 5_000; each++) {
            of("id-" + each);
        }
        assertNotSame(of("France"), of("France"));
    }

    private String of(String text) {
        return texts.of(UTF8String.fromString(text));
    }
}
