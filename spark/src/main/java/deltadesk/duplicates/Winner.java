package deltadesk.duplicates;

/** The record whose event is in Silver: Kafka partition and offset. */
public record Winner(int partition, long offset) {}
