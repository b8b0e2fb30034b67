package deltadesk.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * `Launch <main class> <arguments…>` runs that class in this JVM and ties its life to stdin: the
 * line `stop` ends it through its shutdown hooks; end of file (the parent is gone) does the same
 * and halts the JVM before 3 seconds are over.
 */
public final class Launch {
    private static final long HALT_AFTER_MS = 2_800;

    private Launch() {}

    /** Exit code 2 for a missing or unknown class, 1 when its main method throws. */
    public static void main(String[] args) {
        if (args.length == 0) {
            end(2, "No main class is given. Usage: Launch <main class> <arguments…>");
            return;
        }
        watchStdin();
        try {
            Class.forName(args[0]).getMethod("main", String[].class)
                    .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException missing) {
            end(2, "The class " + args[0] + " cannot be started. Check the class path.");
        } catch (InvocationTargetException failure) {
            failure.getCause().printStackTrace();
            end(1, args[0] + " ended with " + failure.getCause() + ".");
        }
    }

    private static void end(int exitCode, String sentence) {
        System.err.println(sentence);
        System.exit(exitCode);
    }

    private static void watchStdin() {
        daemon("stop-signal", () -> {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.strip().equals("stop")) {
                        // Exit blocks while the hooks run; this thread goes on to see end of file.
                        daemon("stop", () -> System.exit(0));
                    }
                }
            } catch (IOException closed) {
                // The same as end of file: nobody can ask any more.
            }
            daemon("halt-after-end-of-file", Launch::haltLater);
            System.exit(0);
        });
    }

    private static void haltLater() {
        try {
            Thread.sleep(HALT_AFTER_MS);
        } catch (InterruptedException early) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
