package deltadesk.streaming;

import deltadesk.streaming.control.StopSignal;
import deltadesk.streaming.progress.ProgressReporter;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * The streaming job's main class. Stdout carries progress lines and nothing else; logs go to
 * stderr. Exit code 0 after an orderly stop, 1 after a failure, 2 for unusable arguments.
 */
public final class StreamJob {
    /** Before Spark's own hook, which tears down the session under a running batch. */
    private static final int BEFORE_SPARK = 1_000;
    private static final long TERMINATION_TIMEOUT_MS = 8_000;

    private StreamJob() {}

    /** See {@link JobArguments#USAGE}. */
    public static void main(String[] args) {
        PrintStream progress = System.out;
        // A library that prints must not break the protocol.
        System.setOut(System.err);
        JobArguments arguments;
        try {
            arguments = JobArguments.parse(args);
        } catch (JobArguments.Unusable unusable) {
            System.err.println(unusable.getMessage());
            System.err.println(JobArguments.USAGE);
            System.exit(2);
            return;
        }
        JobRun run = new JobRun(arguments, new ProgressReporter(progress, Clock.systemUTC()));
        // Exit blocks while the hooks run; stdin must still be read then, for its end of file.
        StopSignal.watch(System.in, () -> run.requestStop(
                () -> new Thread(() -> System.exit(0), "exit").start()), run::command);
        ShutdownHookManager.get().addShutdownHook(() -> {
            run.requestStop(() -> { });
            run.awaitEnd(TERMINATION_TIMEOUT_MS);
        }, BEFORE_SPARK, TERMINATION_TIMEOUT_MS + 1_000, TimeUnit.MILLISECONDS);
        System.exit(run.run());
    }
}
