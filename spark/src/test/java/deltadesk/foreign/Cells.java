package deltadesk.foreign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.Row;
import scala.collection.Iterator;
import scala.collection.Map;
import scala.collection.Seq;

/**
 * Cells in the form that every reader of the test gives: whole numbers, decimals and times (in
 * microseconds) as text, fractions as numbers, bytes as hexadecimal, rows as lists, maps as pairs.
 */
final class Cells {
    private Cells() {}

    static List<Object> of(Row row) {
        List<Object> cells = new ArrayList<>();
        for (int at = 0; at < row.size(); at++) {
            cells.add(of(row.get(at)));
        }
        return cells;
    }

    private static Object of(Object cell) {
        if (cell instanceof Row row) {
            return of(row);
        } else if (cell instanceof Seq<?> list) {
            return list(list.iterator());
        } else if (cell instanceof Map<?, ?> map) {
            return pairs(map);
        } else if (cell instanceof Float || cell instanceof Double) {
            double number = ((Number) cell).doubleValue();
            return Double.isFinite(number) ? (Object) number : Double.toString(number);
        } else if (cell instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (cell instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        } else if (cell instanceof LocalDate date) {
            return Long.toString(date.toEpochDay());
        } else if (cell instanceof Instant instant) {
            return micros(instant);
        } else if (cell instanceof LocalDateTime time) {
            return micros(time.toInstant(ZoneOffset.UTC));
        } else if (cell instanceof Number number) {
            return number.toString();
        }
        return cell;
    }

    private static String micros(Instant instant) {
        // Not by ChronoUnit, which counts nanoseconds in between and has no room for the year 1.
        return Long.toString(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000);
    }

    private static List<Object> list(Iterator<?> each) {
        List<Object> cells = new ArrayList<>();
        while (each.hasNext()) {
            cells.add(of(each.next()));
        }
        return cells;
    }

    private static List<Object> pairs(Map<?, ?> map) {
        List<Object> cells = new ArrayList<>();
        map.foreach(entry -> {
            List<Object> pair = new ArrayList<>();
            pair.add(of(entry._1()));
            pair.add(of(entry._2()));
            return cells.add(pair);
        });
        return cells;
    }
}
