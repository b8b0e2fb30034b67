package deltadesk.streaming.batch;

/** Told after each step of a micro-batch; a test that throws here stands for a crash there. */
@FunctionalInterface
public interface CommitObserver {
    /** Does nothing. */
    CommitObserver NONE = point -> {};

    /** Called also when the step had nothing to commit. */
    void reached(CommitPoint point);
}
