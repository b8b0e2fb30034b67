package deltadesk.streaming.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A record's key or value as text: its UTF-8 text, or base64 when it is not UTF-8. */
public record RecordText(String text, boolean isUtf8) {
    private static final char REPLACEMENT = '\uFFFD';

    /** `bytes` null gives a null text, which counts as UTF-8. */
    public static RecordText of(byte[] bytes) {
        if (bytes == null) {
            return new RecordText(null, true);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        // The replacement character may be part of the text itself: only then decode strictly.
        if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes)) {
            return new RecordText(Base64.getEncoder().encodeToString(bytes), false);
        }
        return new RecordText(text, true);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
