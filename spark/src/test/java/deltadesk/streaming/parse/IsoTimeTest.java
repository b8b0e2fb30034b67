package deltadesk.streaming.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2025-12-22T10:30:45Z, 2025-12-22T10:30:45Z",
        "2025-12-22T10:30:45, 2025-12-22T10:30:45Z",
        "2025-12-22t10:30:45z, 2025-12-22T10:30:45Z",
        "2025-12-22T10:30:45.1Z, 2025-12-22T10:30:45.1Z",
        "2025-12-22T10:30:45.000001, 2025-12-22T10:30:45.000001Z",
        "2025-12-22T10:30:45.123456999Z, 2025-12-22T10:30:45.123456Z",
        "2025-12-22T10:30:45+01, 2025-12-22T09:30:45Z",
        "2025-12-22T10:30:45-05:30, 2025-12-22T16:00:45Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.5Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z"})
    void aTimeIsReadWithOrWithoutZoneAndFraction(String text, String utc) {
        Instant instant = Instant.parse(utc);
        assertEquals(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000,
                IsoTime.toMicros(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025", "2025-12-22", "2025-12-22 10:30:45", "2025-12-22T10:30",
        "2025-02-29T10:30:45Z", "2025-12-22T24:00:00Z", "2025-12-22T10:60:45Z",
        "2025-12-22T10:30:60Z", "2025-12-22T10:30:45.1234567890Z", "2025-12-22T10:30:45ZZ",
        "2025-12-22T10:30:45+1", "2025-12-22T10:30:45 Europe/Paris", "٢٠٢٥-12-22T10:30:45Z"})
    void whatIsNoTimeIsToldSo(String text) {
        assertEquals(IsoTime.NOT_A_TIME, IsoTime.toMicros(text));
    }

    @Test
    void aDateIsExactlyADate() {
        assertEquals((int) LocalDate.of(2025, 12, 22).toEpochDay(),
                IsoTime.toEpochDay("2025-12-22"));
        assertNull(IsoTime.toEpochDay("2025-12-22T00:00:00Z"));
        assertNull(IsoTime.toEpochDay("2025-13-01"));
    }
}
