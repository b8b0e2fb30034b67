package deltadesk.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A JSON value with the file and path it was read from, so that every complaint can name them. */
final class JsonField {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,63}");

    private final String file;
    private final String path;
    private final JsonNode node;

    JsonField(String file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** Whether the object has a value under this name. */
    boolean has(String name) {
        return node.hasNonNull(name);
    }

    JsonField object(String name) {
        JsonField child = child(name);
        if (!child.node.isObject()) {
            throw child.wrong("an object is expected here", "Write { … }");
        }
        return child;
    }

    List<JsonField> list(String name) {
        JsonField child = child(name);
        if (!child.node.isArray()) {
            throw child.wrong("a list is expected here", "Write [ … ]");
        }
        List<JsonField> items = new ArrayList<>();
        for (int index = 0; index < child.node.size(); index++) {
            items.add(new JsonField(file, child.path + "[" + index + "]", child.node.get(index)));
        }
        return items;
    }

    List<String> names(String name) {
        return list(name).stream().map(JsonField::asName).toList();
    }

    List<String> texts(String name) {
        return list(name).stream().map(JsonField::asText).toList();
    }

    /** The members of an object, in the file's order. */
    List<String> memberNames() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    String text(String name) {
        return child(name).asText();
    }

    String asText() {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw wrong("a text is expected here", "Write a text in double quotes");
        }
        return node.textValue();
    }

    String name(String name) {
        return child(name).asName();
    }

    private String asName() {
        String text = asText();
        if (!NAME.matcher(text).matches()) {
            throw wrong("'" + text + "' is not a name",
                    "Use lower-case letters, digits and _ and begin with a letter");
        }
        return text;
    }

    String type(String name) {
        String word = text(name);
        if (ColumnType.toDataType(word) == null) {
            throw child(name).wrong("'" + word + "' is not a type", "Use " + ColumnType.WORDS);
        }
        return word;
    }

    String oneOf(String name, List<String> words) {
        String word = text(name);
        if (!words.contains(word)) {
            throw child(name).wrong("'" + word + "' is not known here",
                    "Use one of " + String.join(", ", words));
        }
        return word;
    }

    long wholeNumber(String name, long least) {
        JsonField child = child(name);
        if (!child.node.canConvertToLong() || !child.node.isIntegralNumber()
                || child.node.longValue() < least) {
            throw child.wrong("a whole number of " + least + " or more is expected here",
                    "Write the number without quotes");
        }
        return child.node.longValue();
    }

    boolean flag(String name) {
        JsonField child = child(name);
        if (!child.node.isBoolean()) {
            throw child.wrong("true or false is expected here", "Write it without quotes");
        }
        return child.node.booleanValue();
    }

    DefinitionException wrong(String problem, String remedy) {
        return new DefinitionException(file, path, problem, remedy);
    }

    JsonField child(String name) {
        String childPath = path.isEmpty() ? name : path + "." + name;
        if (!node.hasNonNull(name)) {
            throw new DefinitionException(file, childPath, "it is missing", "Add the field");
        }
        return new JsonField(file, childPath, node.get(name));
    }
}
