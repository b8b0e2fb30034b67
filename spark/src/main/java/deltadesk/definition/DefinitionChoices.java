package deltadesk.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a person has chosen in place of what packs say, filled into their definitions: `topics` by
 * the pack's name, `startingOffsets` and `watermarkDelayMs` for every pack.
 */
public record DefinitionChoices(
        Map<String, BigDecimal> parameters,
        Map<String, String> topics,
        Optional<String> startingOffsets,
        OptionalLong watermarkDelayMs) {
    /** Of whoever has chosen nothing. */
    public static final DefinitionChoices NONE = new DefinitionChoices(
            Map.of(), Map.of(), Optional.empty(), OptionalLong.empty());

    /** Puts them into `stream`, the JSON of `file`; throws {@link DefinitionException}. */
    void fill(String file, JsonNode stream) {
        PackParameters.fill(file, stream, parameters);
        String topic = topics.get(stream.path("pack").asText());
        if (topic != null && stream.path("topic") instanceof ObjectNode named) {
            named.put("name", topic);
        }
        if (stream.path("streaming") instanceof ObjectNode streaming) {
            startingOffsets.ifPresent(chosen -> streaming.put("startingOffsets", chosen));
            watermarkDelayMs.ifPresent(chosen -> streaming.put("watermarkDelayMs", chosen));
        }
        watermarkDelayMs.ifPresent(chosen -> stream.path("aggregates").forEach(aggregate -> {
            // A table without a delay has no late rows, whatever is chosen.
            if (aggregate.path("window") instanceof ObjectNode window
                    && window.has("watermarkDelayMs")) {
                window.put("watermarkDelayMs", chosen);
            }
        }));
    }
}
