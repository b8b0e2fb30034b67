package deltadesk.streaming.upkeep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One line of stdin that asks for something, looked at once. Its fields are fixed in
 * `main/contract/job-command.ts`.
 */
final class CommandLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,32}");
    private static final Pattern TABLE = Pattern.compile("[a-z]{1,32}\\.[a-z0-9_]{1,128}");
    private static final long MOST_HOURS = 24 * 365 * 10;
    private final JsonNode fields;
    private final String id;

    private CommandLine(JsonNode fields, String id) {
        this.fields = fields;
        this.id = id;
    }

    /** The command that a line holds; throws {@link UnusableCommandException}. */
    static UpkeepCommand parse(String line) {
        CommandLine given = of(line);
        String command = given.text("command", WORD);
        return switch (command) {
            case "compact" -> new UpkeepCommand.Compact(given.id, given.text("table", TABLE));
            case "vacuum" -> new UpkeepCommand.Vacuum(
                    given.id, given.text("table", TABLE), given.retention(), given.isDryRun());
            case "cancel" -> new UpkeepCommand.Cancel(given.id);
            default -> throw given.unusable("The command '" + command + "' is not known.");
        };
    }

    private static CommandLine of(String line) {
        try {
            JsonNode fields = JSON.readTree(line);
            String id = fields.path("id").asText();
            if (fields.isObject() && ID.matcher(id).matches()) {
                return new CommandLine(fields, id);
            }
        } catch (JsonProcessingException notJson) {
            // Said below.
        }
        throw new UnusableCommandException(
                null, "A command must be one line: a JSON object with an id.");
    }

    private String text(String name, Pattern form) {
        String text = fields.path(name).asText();
        if (!form.matcher(text).matches()) {
            throw unusable("The command has no usable '" + name + "'.");
        }
        return text;
    }

    private Duration retention() {
        JsonNode hours = fields.path("retentionHours");
        if (!hours.isIntegralNumber() || hours.asLong() < 1 || hours.asLong() > MOST_HOURS) {
            throw unusable("'retentionHours' must be a whole number from 1 to " + MOST_HOURS + ".");
        }
        return Duration.ofHours(hours.asLong());
    }

    private boolean isDryRun() {
        if (!fields.path("dryRun").isBoolean()) {
            throw unusable("'dryRun' must be true or false.");
        }
        return fields.path("dryRun").asBoolean();
    }

    private UnusableCommandException unusable(String sentence) {
        return new UnusableCommandException(id, sentence);
    }
}
