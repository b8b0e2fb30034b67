package deltadesk.streaming.upkeep;

import deltadesk.streaming.progress.ProgressReporter;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Does what a person asks of the tables while the queries run: one command after the other, on a
 * thread of its own. Every line gets an answer; none of them ends the job.
 */
public final class Upkeep {
    static final String STOPPED = "The streaming job was stopped before it was done.";
    private static final UpkeepCommand.OfTable END = new UpkeepCommand.Compact("", "");
    private static final int MOST_WAITING = 100;
    /** A piece of work that was begun is ended. */
    private static final long END_TIMEOUT_MS = 1_000;
    private final ProgressReporter reporter;
    private final BlockingQueue<UpkeepCommand.OfTable> waiting = new LinkedBlockingQueue<>();
    /** Of the commands that are not answered yet: by their id, whether they are to end. */
    private final Map<String, Boolean> isCancelledById = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::work, "upkeep");
    private final TableWork tableWork;
    /** By `<layer>.<table>`, those of the moment; null until the queries run. */
    private volatile Supplier<Map<String, UpkeepPlace>> places;
    private volatile boolean isClosed;

    public Upkeep(ProgressReporter reporter) {
        this.reporter = reporter;
        tableWork = new TableWork(reporter, this::throwIfEnded);
        thread.setDaemon(true);
    }

    /** Takes commands from now on; `tables` tells which by `<layer>.<table>`, at any moment. */
    public void open(Supplier<Map<String, UpkeepPlace>> tables) {
        places = tables;
        thread.start();
    }

    /** One line of stdin; returns at once, the answer is a progress line. */
    public void submit(String line) {
        try {
            UpkeepCommand command = CommandLine.parse(line);
            if (command instanceof UpkeepCommand.OfTable work) {
                take(work);
            } else {
                isCancelledById.replace(command.id(), true);
            }
        } catch (UnusableCommandException unusable) {
            reporter.commandFailed(unusable.id(), unusable.getMessage());
        }
    }

    private void take(UpkeepCommand.OfTable command) {
        String refusal = places == null
                ? "The streaming job is still starting. Try again once it runs."
                : isClosed ? STOPPED
                : waiting.size() >= MOST_WAITING
                ? "Too many commands are waiting. Try again when they are done."
                : isCancelledById.putIfAbsent(command.id(), false) != null
                ? "A command with this id is under way." : null;
        if (refusal != null) {
            reporter.commandFailed(command.id(), refusal);
        } else {
            waiting.add(command);
        }
    }

    private void work() {
        try {
            for (UpkeepCommand.OfTable next = waiting.take(); next != END; next = waiting.take()) {
                answer(next);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(UpkeepCommand.OfTable command) throws InterruptedException {
        try {
            throwIfEnded(command.id());
            Map<String, UpkeepPlace> known = places.get();
            UpkeepPlace place = known.get(command.table());
            if (place == null) {
                throw new UpkeepEndedException("The running job does not write "
                        + command.table() + "; it writes " + String.join(", ",
                                new TreeSet<>(known.keySet()))
                        + ". Start the pipeline with the pack that has the table.");
            }
            if (command instanceof UpkeepCommand.Vacuum vacuum) {
                tableWork.vacuum(vacuum, place);
            } else {
                tableWork.compact(command.id(), place);
            }
        } catch (UpkeepEndedException ended) {
            reporter.commandFailed(command.id(), ended.getMessage());
        } catch (RuntimeException | OutOfMemoryError failure) {
            // Without an answer whoever asked would wait for ever, and nobody would work on the next.
            failure.printStackTrace();
            reporter.commandFailed(command.id(), failure.getMessage() == null
                    ? "It ended with " + failure.getClass().getSimpleName() + "."
                    : failure.getMessage());
        } finally {
            isCancelledById.remove(command.id());
        }
    }

    private void throwIfEnded(String id) {
        if (isClosed) {
            throw new UpkeepEndedException(STOPPED);
        }
        if (isCancelledById.getOrDefault(id, false)) {
            throw new UpkeepEndedException("It was cancelled; what was done before stays.");
        }
    }

    /** Has the work under way end at the next moment, and answers what still waits. */
    public void end() {
        isClosed = true;
        waiting.add(END);
    }

    /** Waits for the end of the work; what waits for a batch ends once its gate is closed. */
    public void awaitEnd() throws InterruptedException {
        if (places != null) {
            thread.join(END_TIMEOUT_MS);
        }
    }
}
