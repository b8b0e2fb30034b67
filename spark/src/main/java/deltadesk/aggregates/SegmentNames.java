package deltadesk.aggregates;

import deltadesk.tables.DataFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How an aggregate is cut into segments: by the quarter of an hour of a group's window, by the UTC
 * day where windows last an hour or more, or by the value of the key that the pack declares. A name
 * is text, and segments are in the order of their names. One instance serves one thread.
 */
final class SegmentNames {
    /** The segment of groups without a value, and of all where there is no segment column. */
    private static final String NONE = "";
    /** No name is before it. */
    static final String FIRST = NONE;
    private static final String AFTER_ALL = "\uffff";
    private static final int MINUTES = 15;
    private static final long MINUTE_MICROS = 60_000_000L;
    private static final long HOUR_MICROS = 60 * MINUTE_MICROS;
    private static final long DAY_MICROS = 24 * HOUR_MICROS;
    /** Of a name of windows, the characters that are its day. */
    private static final int DAY_LENGTH = 10;
    private final boolean hasWindow;
    /** A part of a day of hourly windows would be a few rows. */
    private final boolean isByDay;
    private final String column;
    private final int key;
    private long lastQuarter;
    private String lastName;

    SegmentNames(AggregateSpec spec) {
        hasWindow = spec.window() != null;
        isByDay = hasWindow && spec.window().sizeMicros() >= HOUR_MICROS;
        column = hasWindow ? spec.window().startColumn() : spec.touchedBy();
        key = spec.touchedBy() == null ? -1 : spec.keys().indexOf(spec.touchedBy());
    }

    /** The segment of a group by its key. */
    String of(List<Object> group) {
        if (hasWindow) {
            return ofWindow((Long) group.get(0));
        }
        Object value = key < 0 ? null : group.get(key);
        return value == null ? NONE : value.toString();
    }

    /** Most rows are of the same time as the one before: its name is not made again. */
    private String ofWindow(long startMicros) {
        long quarter = Math.floorDiv(startMicros, MINUTES * MINUTE_MICROS);
        if (lastName == null || quarter != lastQuarter) {
            lastQuarter = quarter;
            lastName = nameOfWindow(startMicros);
        }
        return lastName;
    }

    private String nameOfWindow(long startMicros) {
        String day = LocalDate.ofEpochDay(Math.floorDiv(startMicros, DAY_MICROS)).toString();
        if (isByDay) {
            return day;
        }
        long minute = Math.floorMod(startMicros, DAY_MICROS) / MINUTE_MICROS / MINUTES * MINUTES;
        return day + (minute < 600 ? "T0" : "T") + minute / 60
                + (minute % 60 < 10 ? ":0" : ":") + minute % 60;
    }

    /** What a file holds as its statistics tell, be it one segment or many. */
    Segment onDisk(DataFile file) {
        if (column == null || file.hasOnlyNull(column)) {
            return Segment.onDisk(NONE, NONE, file);
        }
        String least = file.least(column);
        String greatest = file.greatest(column);
        if (least == null || greatest == null) {
            // Without statistics it may hold anything.
            return Segment.onDisk(NONE, AFTER_ALL, file);
        }
        return Segment.onDisk(
                file.mayHaveNull(column) ? NONE : ofText(least), ofText(greatest), file);
    }

    /** Statistics show a timestamp as ISO text; the value of a declared key may look like one. */
    private String ofText(String value) {
        return hasWindow
                ? ofWindow(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(value))) : value;
    }

    /** What segments have in common that share a file once they are old: of windows the day. */
    String dayOf(String segment) {
        return hasWindow && segment.length() > DAY_LENGTH
                ? segment.substring(0, DAY_LENGTH) : segment;
    }
}
