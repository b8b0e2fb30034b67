package deltadesk.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/**
 * Ends this process, as a hard kill would, at a step of the work that a drill has named: nothing is
 * flushed, closed or told. Or lets that step alone fail. Without {@value #VARIABLE} in the
 * environment it does nothing at all.
 */
public final class CrashDrill {
    /**
     * Names a file; while it holds the name of a point, the next visit to that point is the last.
     * With {@value #FAIL} before the name the visit ends with an exception instead.
     */
    static final String VARIABLE = "DELTADESK_CRASH_DRILL";
    private static final String FAIL = "fail ";
    /** What a process killed by SIGKILL is reported as. */
    private static final int KILLED = 137;
    private static final CrashDrill OF_THIS_PROCESS =
            new CrashDrill(fileOf(System.getenv(VARIABLE)), Runtime.getRuntime()::halt);

    private final Path orders;
    private final IntConsumer halt;

    /** `orders` may be null: no drill; or missing: none at the moment. */
    CrashDrill(Path orders, IntConsumer halt) {
        this.orders = orders;
        this.halt = halt;
    }

    /** Returns unless a drill wants this process to end here. */
    public static void reached(String point) {
        OF_THIS_PROCESS.visit(point);
    }

    void visit(String point) {
        if (orders == null) {
            return;
        }
        try {
            String order = Files.readString(orders).strip();
            boolean isToFail = order.equals(FAIL + point);
            if (!isToFail && !order.equals(point)) {
                return;
            }
            // Before the end: what comes in place of this is to get past it.
            Files.delete(orders);
            if (isToFail) {
                throw new IllegalStateException("A drill wanted " + point + " to fail.");
            }
            halt.accept(KILLED);
        } catch (NoSuchFileException none) {
            return;
        } catch (IOException failure) {
            throw new UncheckedIOException("The crash drill " + orders + " cannot be read.", failure);
        }
    }

    private static Path fileOf(String name) {
        return name == null || name.isBlank() ? null : Path.of(name);
    }
}
