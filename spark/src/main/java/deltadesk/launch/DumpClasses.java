package deltadesk.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * `DumpClasses <class list> <archive> <class path>` writes a class-data archive with the JVM that
 * it runs in (JEP 310). It does so in a child of its own, which ends with this process: run under
 * {@link Launch} neither outlives the parent. Exit code 0 once the archive is there.
 */
public final class DumpClasses {
    private static final Object TURN = new Object();
    private static Process dump;
    private static boolean isEnding;

    private DumpClasses() {}

    /** See the class. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            // Before the child: this process can be asked to end at any moment.
            Runtime.getRuntime().addShutdownHook(new Thread(DumpClasses::endChild));
        } catch (IllegalStateException ending) {
            return;
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java, "-Xshare:dump", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:SharedClassListFile=" + args[0], "-XX:SharedArchiveFile=" + args[1],
                "-Xlog:disable", "-cp", args[2]))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        synchronized (TURN) {
            if (isEnding) {
                return;
            }
            dump = builder.start();
        }
        System.exit(dump.waitFor());
    }

    private static void endChild() {
        synchronized (TURN) {
            isEnding = true;
            if (dump == null) {
                return;
            }
        }
        dump.destroyForcibly();
        try {
            dump.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
