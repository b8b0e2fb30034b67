package deltadesk.streaming.batch;

/** What a micro-batch has just finished, in order; AGGREGATE comes once for each of them. */
public enum CommitPoint {
    BRONZE, REJECTED, DUPLICATES, SILVER, EVENT_IDS, JOURNAL, AGGREGATE, AGGREGATES
}
