package deltadesk.streaming.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Watches stdin: the line `stop` asks for an orderly end, any other is passed on; end of file means
 * that the parent is gone, and this process must be gone soon after it.
 */
public final class StopSignal {
    /** How long an orderly end may take after end of file. */
    private static final long HALT_AFTER_MS = 2_800;

    private StopSignal() {}

    /**
     * Calls `stop` once for each request and `command` with every other line that is not empty, on
     * a thread of its own; halts after end of file.
     */
    public static void watch(InputStream stdin, Runnable stop, Consumer<String> command) {
        Thread thread = new Thread(() -> {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(stdin, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.strip().equals("stop")) {
                        stop.run();
                    } else if (!line.isBlank()) {
                        command.accept(line);
                    }
                }
            } catch (IOException closed) {
                // The same as end of file: nobody can ask any more.
            }
            haltLater();
            stop.run();
        }, "stop-signal");
        thread.setDaemon(true);
        thread.start();
    }

    private static void haltLater() {
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(HALT_AFTER_MS);
            } catch (InterruptedException early) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(1);
        }, "halt-after-end-of-file");
        thread.setDaemon(true);
        thread.start();
    }
}
