package deltadesk.streaming.parse;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * ISO 8601 times as microseconds since 1970 UTC: `2025-12-22T10:30:45.123456Z`, with 0 to 9
 * fractional digits, an offset of up to 18 hours, and UTC when the zone is missing (floor S0-6).
 * Years are 0001 to 9999, in UTC too: others have no partition folder of the form `yyyy-MM-dd`.
 */
final class IsoTime {
    /** What {@link #toMicros} returns for a text that is not such a time. */
    static final long NOT_A_TIME = Long.MIN_VALUE;

    private static final int SECONDS_PER_DAY = 86_400;
    private static final long FIRST_SECOND =
            LocalDate.of(1, 1, 1).toEpochDay() * SECONDS_PER_DAY;
    private static final long END_SECOND =
            LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_PER_DAY;
    private static final int MOST_OFFSET_SECONDS = 18 * 3600;

    private final String text;
    private int at;

    private IsoTime(String text) {
        this.text = text;
    }

    /** Digits beyond the microsecond are dropped. */
    static long toMicros(String text) {
        try {
            return new IsoTime(text).read();
        } catch (DateTimeException | IndexOutOfBoundsException notATime) {
            return NOT_A_TIME;
        }
    }

    /** Days since 1970 of `yyyy-MM-dd`, null when it is not such a date. */
    static Integer toEpochDay(String text) {
        try {
            IsoTime reader = new IsoTime(text);
            int day = (int) reader.date();
            return reader.at == text.length() ? day : null;
        } catch (DateTimeException | IndexOutOfBoundsException notADate) {
            return null;
        }
    }

    private long read() {
        long days = date();
        expect('T', 't');
        int hour = number(2, 23);
        expect(':', ':');
        int minute = number(2, 59);
        expect(':', ':');
        int second = number(2, 59);
        long fraction = fraction();
        long offsetSeconds = offsetSeconds();
        if (at != text.length()) {
            throw new DateTimeException(text);
        }
        long seconds = days * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second
                - offsetSeconds;
        if (seconds < FIRST_SECOND || seconds >= END_SECOND) {
            throw new DateTimeException(text);
        }
        return seconds * 1_000_000L + fraction;
    }

    private long date() {
        int year = number(4, 9999);
        if (year == 0) {
            throw new DateTimeException(text);
        }
        expect('-', '-');
        int month = number(2, 12);
        expect('-', '-');
        return LocalDate.of(year, month, number(2, 31)).toEpochDay();
    }

    private long fraction() {
        if (at == text.length() || (text.charAt(at) != '.' && text.charAt(at) != ',')) {
            return 0;
        }
        at++;
        int begin = at;
        long micros = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (at - begin < 6) {
                micros = micros * 10 + text.charAt(at) - '0';
            }
            at++;
        }
        int digits = at - begin;
        if (digits == 0 || digits > 9) {
            throw new DateTimeException(text);
        }
        for (int index = digits; index < 6; index++) {
            micros *= 10;
        }
        return micros;
    }

    private long offsetSeconds() {
        if (at == text.length()) {
            return 0;
        }
        char sign = text.charAt(at++);
        if (sign == 'Z' || sign == 'z') {
            return 0;
        }
        if (sign != '+' && sign != '-') {
            throw new DateTimeException(text);
        }
        int hours = number(2, 18);
        int minutes = 0;
        if (at < text.length()) {
            if (text.charAt(at) == ':') {
                at++;
            }
            minutes = number(2, 59);
        }
        long seconds = hours * 3600L + minutes * 60L;
        if (seconds > MOST_OFFSET_SECONDS) {
            throw new DateTimeException(text);
        }
        return sign == '-' ? -seconds : seconds;
    }

    private int number(int digits, int most) {
        int value = 0;
        for (int end = at + digits; at < end; at++) {
            char digit = text.charAt(at);
            if (!isDigit(digit)) {
                throw new DateTimeException(text);
            }
            value = value * 10 + digit - '0';
        }
        if (value > most) {
            throw new DateTimeException(text);
        }
        return value;
    }

    private void expect(char one, char other) {
        char found = text.charAt(at++);
        if (found != one && found != other) {
            throw new DateTimeException(text);
        }
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
