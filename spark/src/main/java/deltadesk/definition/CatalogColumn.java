package deltadesk.definition;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** One column of a catalog by its key, in Spark's own form of text: looked up for every record. */
public final class CatalogColumn implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<UTF8String, UTF8String> valueByKey = new HashMap<>();

    /** `values` by key; a key without value is absent. */
    CatalogColumn(Map<String, String> values) {
        values.forEach((key, value) ->
                valueByKey.put(UTF8String.fromString(key), UTF8String.fromString(value)));
    }

    /** Null when the catalog has no such row or the row no such value. */
    public UTF8String find(UTF8String key) {
        return valueByKey.get(key);
    }
}
