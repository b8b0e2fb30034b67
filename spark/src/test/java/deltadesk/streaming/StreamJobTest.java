package deltadesk.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.launch.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job as a process, as far as it goes without a broker. */
class StreamJobTest {
    @TempDir
    private Path folder;

    @Test
    void unusableArgumentsEndWithTwoAndNothingOnStdout() throws Exception {
        try (ChildJvm jvm = new ChildJvm(StreamJob.class, "--speed", "3")) {
            assertNull(jvm.readLine());
            assertEquals(2, jvm.awaitExit(10_000));
        }
    }

    @Test
    void aPackThatCannotBeUsedIsOneFailedLine() throws Exception {
        Files.writeString(folder.resolve("stream.json"), "{\"pack\": 1}");
        try (ChildJvm jvm = new ChildJvm(StreamJob.class, "--pack-folder", folder.toString(),
                "--data-folder", folder.resolve("data").toString(), "--bootstrap-servers",
                "127.0.0.1:1", "--master", "local[1]")) {
            String line = jvm.readLine();
            assertTrue(line.startsWith("@progress {\"kind\":\"failed\","), line);
            assertTrue(line.contains("\"code\":\"PACK_INVALID\""), line);
            assertNull(jvm.readLine());
            assertEquals(1, jvm.awaitExit(10_000));
        }
    }

    @Test
    void aPackThatCannotBeUsedDoesNotKeepTheOthersDown() throws Exception {
        Path bad = Files.createDirectory(folder.resolve("bad"));
        Files.writeString(bad.resolve("stream.json"), "{\"pack\": 1}");
        try (ChildJvm jvm = new ChildJvm(StreamJob.class, "--pack-folder", bad.toString(),
                "--pack-folder", TestSpark.salesPack().toString(), "--data-folder",
                folder.resolve("data").toString(), "--bootstrap-servers", "127.0.0.1:1",
                "--master", "local[1]")) {
            String failed = jvm.readLine();
            assertTrue(failed.startsWith("@progress {\"kind\":\"failed\","), failed);
            assertTrue(failed.contains("\"pack\":\"bad\""), failed);
            String started = jvm.readLine();
            assertTrue(started.startsWith("@progress {\"kind\":\"started\","), started);
            assertTrue(started.contains("\"pack\":\"sales\""), started);
            jvm.writeLine("stop");
            String stopped = jvm.readLine();
            assertTrue(stopped.startsWith("@progress {\"kind\":\"stopped\","), stopped);
            assertTrue(stopped.contains("\"pack\":\"sales\""), stopped);
            assertNull(jvm.readLine());
            assertEquals(0, jvm.awaitExit(30_000));
        }
    }

    /** The obstacle stands for a disk that is full, a share that is away for a moment. */
    @Test
    void aPackThatFailedAloneIsBegunAnew() throws Exception {
        Path gold = Files.createDirectories(folder.resolve("data/delta/gold"));
        Path obstacle = Files.createFile(gold.resolve("order_revenue_windows"));
        try (ChildJvm jvm = new ChildJvm(StreamJob.class,
                "--pack-folder", TestSpark.salesPack().toString(),
                "--pack-folder", TestSpark.salesPack().resolveSibling("orders").toString(),
                "--data-folder", folder.resolve("data").toString(),
                "--bootstrap-servers", "127.0.0.1:1", "--master", "local[1]")) {
            String failed = lineWith(jvm, "\"kind\":\"failed\"");
            assertTrue(failed.contains("\"pack\":\"orders\""), failed);
            assertTrue(failed.contains("\"next\":\"retry\",\"retryInMs\":1000"), failed);
            Files.delete(obstacle);
            String started = lineWith(jvm, "\"kind\":\"started\",", "\"pack\":\"orders\"");
            assertTrue(Files.isDirectory(obstacle), started);
        }
    }

    /** The next line that holds all of these. */
    private static String lineWith(ChildJvm jvm, String... parts) throws Exception {
        String line = jvm.readLine();
        while (line != null && !Stream.of(parts).allMatch(line::contains)) {
            line = jvm.readLine();
        }
        assertNotNull(line, "The job ended without " + List.of(parts));
        return line;
    }
}
