package deltadesk.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkSessionsTest {
    @TempDir private Path folder;

    @Test
    void sparksOwnPagesAreServedOnLoopbackWhereTheyAreAskedForAndNowhereElse() throws Exception {
        assertEquals(Optional.empty(), SparkSessions.uiAddress(TestSpark.session()));
        TestSpark.end();
        SparkSession session = SparkSessions.create("local[1]", folder, true);
        try {
            String address = SparkSessions.uiAddress(session).orElseThrow();
            assertTrue(address.matches("http://127\\.0\\.0\\.1:\\d+"), address);
            assertEquals(200, HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create(address + "/jobs/")).build(),
                    BodyHandlers.discarding()).statusCode());
        } finally {
            session.stop();
        }
    }
}
