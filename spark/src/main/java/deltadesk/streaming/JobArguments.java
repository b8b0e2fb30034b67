package deltadesk.streaming;

import deltadesk.definition.DefinitionChoices;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the job is started with; the optional numbers override every pack's own, and without
 * `vacuumAfter` nothing of the row-level tables is ever deleted. `hasSparkUi`: Spark serves its own
 * pages on loopback.
 */
public record JobArguments(
        List<Path> packFolders,
        Path dataFolder,
        String bootstrapServers,
        String master,
        DefinitionChoices choices,
        OptionalLong triggerMs,
        OptionalLong maxOffsetsPerTrigger,
        Optional<Duration> vacuumAfter,
        boolean hasSparkUi) {
    /** One line a person can follow. */
    public static final String USAGE = "Usage: StreamJob --pack-folder FOLDER "
            + "[--pack-folder FOLDER …] --data-folder FOLDER --bootstrap-servers HOST:PORT "
            + "--master MASTER [--parameter NAME=NUMBER …] [--topic PACK=NAME …] "
            + "[--starting-offsets earliest|latest] [--watermark-delay-ms N] [--trigger-ms N] "
            + "[--max-offsets-per-trigger N] [--vacuum-hours N] [--spark-ui on|off]";

    /** An argument that cannot be used, said in one sentence. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String sentence) {
            super(sentence);
        }
    }

    /** Reads the command line; throws {@link Unusable}. */
    public static JobArguments parse(String... arguments) {
        List<Path> packFolders = new ArrayList<>();
        Path dataFolder = null;
        String bootstrapServers = null;
        String master = null;
        Map<String, BigDecimal> parameters = new HashMap<>();
        Map<String, String> topics = new HashMap<>();
        Optional<String> startingOffsets = Optional.empty();
        OptionalLong watermarkDelayMs = OptionalLong.empty();
        OptionalLong triggerMs = OptionalLong.empty();
        OptionalLong maxOffsetsPerTrigger = OptionalLong.empty();
        OptionalLong vacuumHours = OptionalLong.empty();
        boolean hasSparkUi = false;
        for (int index = 0; index < arguments.length; index += 2) {
            String name = arguments[index];
            String value = index + 1 < arguments.length ? arguments[index + 1] : null;
            switch (name) {
                case "--pack-folder" -> packFolders.add(packFolder(name, value));
                case "--data-folder" -> dataFolder = Path.of(present(name, value));
                case "--bootstrap-servers" -> bootstrapServers = present(name, value);
                case "--master" -> master = present(name, value);
                case "--parameter" -> addParameter(parameters, present(name, value));
                case "--topic" -> addTopic(topics, present(name, value));
                case "--starting-offsets" ->
                        startingOffsets = Optional.of(oneOf(name, value, "earliest", "latest"));
                case "--watermark-delay-ms" -> watermarkDelayMs = number(name, value, 0);
                case "--trigger-ms" -> triggerMs = number(name, value, 0);
                case "--max-offsets-per-trigger" -> maxOffsetsPerTrigger = number(name, value, 1);
                case "--vacuum-hours" -> vacuumHours = number(name, value, 1);
                case "--spark-ui" -> hasSparkUi = oneOf(name, value, "on", "off").equals("on");
                default -> throw new Unusable("The argument '" + name + "' is not known.");
            }
        }
        if (packFolders.isEmpty()) {
            throw new Unusable("The argument --pack-folder is missing.");
        }
        return new JobArguments(
                List.copyOf(packFolders),
                required("--data-folder", dataFolder),
                required("--bootstrap-servers", bootstrapServers),
                required("--master", master),
                new DefinitionChoices(Map.copyOf(parameters), Map.copyOf(topics),
                        startingOffsets, watermarkDelayMs),
                triggerMs,
                maxOffsetsPerTrigger,
                vacuumHours.isEmpty() ? Optional.empty()
                        : Optional.of(Duration.ofHours(vacuumHours.getAsLong())),
                hasSparkUi);
    }

    private static Path packFolder(String name, String value) {
        Path folder = Path.of(present(name, value));
        if (!Files.isRegularFile(folder.resolve("stream.json"))) {
            throw new Unusable("The pack folder " + folder + " holds no stream.json.");
        }
        return folder;
    }

    private static void addParameter(Map<String, BigDecimal> parameters, String text) {
        int equals = text.indexOf('=');
        try {
            parameters.put(text.substring(0, equals), new BigDecimal(text.substring(equals + 1)));
        } catch (IndexOutOfBoundsException | NumberFormatException unusable) {
            throw new Unusable("The argument --parameter must be NAME=NUMBER, not '" + text + "'.");
        }
    }

    private static void addTopic(Map<String, String> topics, String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new Unusable("The argument --topic must be PACK=NAME, not '" + text + "'.");
        }
        topics.put(text.substring(0, equals), text.substring(equals + 1));
    }

    private static String oneOf(String name, String value, String one, String other) {
        if (!present(name, value).equals(one) && !value.equals(other)) {
            throw new Unusable("The argument " + name + " must be " + one + " or " + other
                    + ", not '" + value + "'.");
        }
        return value;
    }

    private static <T> T required(String name, T value) {
        if (value == null) {
            throw new Unusable("The argument " + name + " is missing.");
        }
        return value;
    }

    private static String present(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new Unusable("The argument " + name + " has no value.");
        }
        return value;
    }

    private static OptionalLong number(String name, String value, long least) {
        try {
            long number = Long.parseLong(present(name, value));
            if (number >= least) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException notANumber) {
            // Said below.
        }
        throw new Unusable("The argument " + name + " must be a whole number of " + least
                + " or more, not '" + value + "'.");
    }
}
