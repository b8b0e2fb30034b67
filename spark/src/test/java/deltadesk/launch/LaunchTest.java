package deltadesk.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LaunchTest {
    private static final String PROGRAM = SlowToStop.class.getName();

    @Test
    void aStopLineEndsTheProgramThroughItsShutdownHooks() throws Exception {
        try (ChildJvm jvm = new ChildJvm(Launch.class, PROGRAM, "10", "more")) {
            assertEquals("up 2", jvm.readLine());
            jvm.writeLine("something else");
            jvm.writeLine("stop");
            assertEquals("stopping", jvm.readLine());
            assertEquals("stopped", jvm.readLine());
            assertEquals(0, jvm.awaitExit(4_000));
        }
    }

    @Test
    void severalStopLinesAreOneStop() throws Exception {
        try (ChildJvm jvm = new ChildJvm(Launch.class, PROGRAM, "300")) {
            jvm.readLine();
            jvm.writeLine("stop");
            jvm.writeLine("stop");
            assertEquals("stopping", jvm.readLine());
            assertEquals("stopped", jvm.readLine());
            assertEquals(0, jvm.awaitExit(4_000));
        }
    }

    @Test
    void endOfFileEndsTheProgramInOrder() throws Exception {
        try (ChildJvm jvm = new ChildJvm(Launch.class, PROGRAM, "10")) {
            jvm.readLine();
            jvm.closeStdin();
            assertEquals("stopping", jvm.readLine());
            assertEquals("stopped", jvm.readLine());
            assertEquals(0, jvm.awaitExit(4_000));
        }
    }

    @Test
    void afterEndOfFileAProgramThatTakesTooLongIsHalted() throws Exception {
        assertHaltedAfterEndOfFile(false);
    }

    @Test
    void endOfFileDuringAStopHaltsToo() throws Exception {
        assertHaltedAfterEndOfFile(true);
    }

    private static void assertHaltedAfterEndOfFile(boolean stopFirst)
            throws IOException, InterruptedException {
        try (ChildJvm jvm = new ChildJvm(Launch.class, PROGRAM, "60000")) {
            jvm.readLine();
            if (stopFirst) {
                jvm.writeLine("stop");
            }
            jvm.closeStdin();
            assertNotNull(jvm.awaitExit(4_000), "still there 4 s after end of file");
        }
    }

    @Test
    void aClassThatIsNotThereIsAUsageError() throws Exception {
        try (ChildJvm jvm = new ChildJvm(Launch.class, "no.such.Main")) {
            assertEquals(2, jvm.awaitExit(10_000));
        }
    }
}
