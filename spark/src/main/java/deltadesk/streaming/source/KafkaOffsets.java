package deltadesk.streaming.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Offsets in the form of Spark's Kafka source: `{"<topic>": {"<partition>": offset}}`. */
public final class KafkaOffsets {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KafkaOffsets() {}

    /** The offsets by partition number as text; a query reads one topic. */
    public static SortedMap<String, Long> parse(String json) {
        try {
            SortedMap<String, Long> offsets = new TreeMap<>();
            for (JsonNode partitions : JSON.readTree(json)) {
                for (Map.Entry<String, JsonNode> entry : partitions.properties()) {
                    offsets.put(entry.getKey(), entry.getValue().asLong());
                }
            }
            return offsets;
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("These are not Kafka offsets: " + json, notJson);
        }
    }
}
