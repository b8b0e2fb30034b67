package deltadesk.streaming.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deltadesk.definition.StreamDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Where the query of a new checkpoint begins; a checkpoint with batches goes on by itself. */
public final class StartingOffsets {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMEOUT_MS = 20_000;
    /** Spark's number for the earliest record of a partition. */
    private static final long EARLIEST = -2;

    private StartingOffsets() {}

    /**
     * As the Kafka source wants it. `complete` is the next offset of each partition whose records
     * before it are in all tables, null when no table holds any: then the pack says where to begin.
     * Otherwise the query begins there, and a partition of which no batch was ever finished at its
     * earliest record, as everything does when `reset.json` in the checkpoint's folder asks for it
     * (the tables then pass over what they hold). {@link OffsetsLostException} when the topic ends
     * before that.
     */
    public static String choose(
            Checkpoint checkpoint,
            StreamDefinition stream,
            String bootstrapServers,
            Map<String, Long> complete) {
        if (checkpoint.latestPlanned().isPresent()) {
            return stream.startingOffsets();
        }
        if (complete == null) {
            return isFromEarliest(checkpoint.folder()) ? "earliest" : stream.startingOffsets();
        }
        if (complete.isEmpty()) {
            return "earliest";
        }
        Map<TopicPartition, Long> ends = endOffsets(bootstrapServers, stream.topic());
        ObjectNode json = JSON.createObjectNode();
        ObjectNode partitions = json.putObject(stream.topic());
        ends.forEach((partition, end) -> {
            String number = Integer.toString(partition.partition());
            long from = complete.getOrDefault(number, EARLIEST);
            if (from > end) {
                throw new OffsetsLostException(stream.topic(), partition.partition(), end, from);
            }
            partitions.put(number, from);
        });
        return isFromEarliest(checkpoint.folder()) ? "earliest" : json.toString();
    }

    private static boolean isFromEarliest(Path checkpoint) {
        Path file = checkpoint.resolve("reset.json");
        try {
            return Files.exists(file)
                    && JSON.readTree(file.toFile()).path("from").asText().equals("earliest");
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", failure);
        }
    }

    private static Map<TopicPartition, Long> endOffsets(String bootstrapServers, String topic) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("default.api.timeout.ms", Integer.toString(TIMEOUT_MS));
        properties.put("request.timeout.ms", Integer.toString(TIMEOUT_MS / 2));
        try (Admin admin = Admin.create(properties)) {
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            for (TopicPartitionInfo partition : admin.describeTopics(List.of(topic))
                    .allTopicNames().get(TIMEOUT_MS, TimeUnit.MILLISECONDS).get(topic)
                    .partitions()) {
                asked.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
            }
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(asked).all().get(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .forEach((partition, found) -> ends.put(partition, found.offset()));
            return ends;
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The broker at " + bootstrapServers
                    + " does not tell where the topic " + topic + " ends.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
