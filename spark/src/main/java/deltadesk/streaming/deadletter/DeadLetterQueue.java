package deltadesk.streaming.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends rejected records to the dead-letter queue, at least once: the batch that rejected them is
 * finished only after the broker has them, so a crash in between sends them again. A job that
 * rejects nothing has no producer. Serves the queries of all packs at once.
 */
public final class DeadLetterQueue implements AutoCloseable {
    /** Shared by all packs (floor section 3); the control center creates it. */
    public static final String TOPIC = "dead-letter-queue";
    private static final int TIMEOUT_MS = 30_000;
    /**
     * A record of 1 MB, the broker's limit, made of control characters is six times as long in
     * JSON. `main/kafka/topics.ts` gives the topic the same limit.
     */
    private static final int LARGEST_BYTES = 8 << 20;

    private final String bootstrapServers;
    private final int timeoutMs;
    private KafkaProducer<byte[], byte[]> producer;

    /** Connects when the first record is rejected. */
    public DeadLetterQueue(String bootstrapServers) {
        this(bootstrapServers, TIMEOUT_MS);
    }

    DeadLetterQueue(String bootstrapServers, int timeoutMs) {
        this.bootstrapServers = bootstrapServers;
        this.timeoutMs = timeoutMs;
    }

    private record Sent(DeadLetter letter, Future<RecordMetadata> acknowledgement) {}

    /**
     * Returns when the broker has acknowledged all `rejected`, rows of the table of rejected
     * records; {@link DeadLetterQueueException} when it has not within 30 s. A record too large
     * for the topic is sent truncated: its whole is in the table, which is the count of record.
     */
    public void send(List<Object[]> rejected) {
        if (rejected.isEmpty()) {
            return;
        }
        try {
            List<Sent> all = new ArrayList<>(rejected.size());
            for (Object[] row : rejected) {
                DeadLetter letter = new DeadLetter(row);
                all.add(new Sent(letter, send(letter, letter.toJson())));
            }
            producer().flush();
            for (Sent sent : all) {
                if (!isAcknowledged(sent.acknowledgement())) {
                    send(sent.letter(), sent.letter().toTruncatedJson()).get();
                }
            }
        } catch (InterruptException | InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The job was stopped while it sent rejected records.");
        } catch (ExecutionException failure) {
            throw new DeadLetterQueueException(bootstrapServers, failure.getCause());
        } catch (KafkaException failure) {
            throw new DeadLetterQueueException(bootstrapServers, failure);
        }
    }

    /** Does not wait; false acknowledgements tell of a record that is too large. */
    private Future<RecordMetadata> send(DeadLetter letter, byte[] json) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                TOPIC, letter.key().getBytes(StandardCharsets.UTF_8), json);
        letter.headers().forEach((name, value) ->
                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return producer().send(record);
    }

    private static boolean isAcknowledged(Future<RecordMetadata> acknowledgement)
            throws ExecutionException, InterruptedException {
        try {
            acknowledgement.get();
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw failure;
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers", bootstrapServers,
                            "client.id", "deltadesk-dead-letters",
                            "acks", "all",
                            "max.request.size", LARGEST_BYTES,
                            "max.block.ms", timeoutMs,
                            "request.timeout.ms", timeoutMs / 2,
                            "delivery.timeout.ms", timeoutMs,
                            "linger.ms", 5),
                    new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /** Nothing is outstanding between two batches, so there is nothing to wait for. */
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
