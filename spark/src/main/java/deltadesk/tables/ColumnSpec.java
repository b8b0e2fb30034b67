package deltadesk.tables;

import java.io.Serializable;

/**
 * One column; `type` is a word of `stream.json`: int, long, double, string, boolean, timestamp,
 * date, binary or decimal(p,s). Every column may hold null. `comment` is what the table says of the
 * column to its readers (field metadata `comment`), null for nothing.
 */
public record ColumnSpec(String name, String type, String comment) implements Serializable {
    /** A column of which there is nothing to say. */
    public ColumnSpec(String name, String type) {
        this(name, type, null);
    }
}
