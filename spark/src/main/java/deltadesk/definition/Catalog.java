package deltadesk.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reference rows of a pack, found by the text of their key; all values as text. */
public final class Catalog implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, HashMap<String, String>> rowByKey = new HashMap<>();
    private final HashSet<String> columns = new HashSet<>();
    private final HashMap<String, CatalogColumn> byColumn = new HashMap<>();

    /** Reads a JSON list of flat objects; a key column may hold a list: several accepted keys. */
    static Catalog parse(String file, String key, JsonNode json) {
        if (json == null || !json.isArray()) {
            throw new DefinitionException(file, "", "it is not a JSON list", "Write [ {…}, … ]");
        }
        Catalog catalog = new Catalog();
        for (int index = 0; index < json.size(); index++) {
            catalog.add(file, "[" + index + "]", key, json.get(index));
        }
        return catalog;
    }

    private void add(String file, String path, String key, JsonNode json) {
        if (!json.isObject() || !json.hasNonNull(key)) {
            throw new DefinitionException(file, path + "." + key, "it is missing", "Add the key");
        }
        HashMap<String, String> row = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            columns.add(member.getKey());
            if (member.getValue().isValueNode() && !member.getValue().isNull()) {
                row.put(member.getKey(), member.getValue().asText());
            }
        }
        JsonNode keys = json.get(key);
        for (JsonNode one : keys.isArray() ? keys : List.of(keys)) {
            if (rowByKey.putIfAbsent(one.asText(), row) != null) {
                throw new DefinitionException(file, path + "." + key,
                        "'" + one.asText() + "' is the key of two rows", "Keep one of them");
            }
        }
    }

    /** The row's value under `column` as text; null when there is no such row or value. */
    public String find(String key, String column) {
        Map<String, String> row = rowByKey.get(key);
        return row == null ? null : row.get(column);
    }

    /** The values of a column by key; those of the same column are the same object. */
    public synchronized CatalogColumn column(String name) {
        return byColumn.computeIfAbsent(name, column -> {
            Map<String, String> values = new HashMap<>();
            rowByKey.forEach((key, row) -> {
                if (row.get(column) != null) {
                    values.put(key, row.get(column));
                }
            });
            return new CatalogColumn(values);
        });
    }

    /** The columns that at least one row has. */
    public Set<String> columns() {
        return columns;
    }
}
