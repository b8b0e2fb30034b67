package deltadesk.tables;

import java.io.Serializable;

/**
 * One column; `type` is a word of `stream.json`: int, long, double, string, boolean, timestamp,
 * date, binary or decimal(p,s). Every column may hold null.
 */
public record ColumnSpec(String name, String type) implements Serializable {}
