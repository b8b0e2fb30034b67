package deltadesk.streaming.batch;

/** What a micro-batch has just finished, in order. */
public enum CommitPoint { BRONZE, REJECTED, DUPLICATES, SILVER, EVENT_IDS, JOURNAL, AGGREGATES }
