package deltadesk.streaming;

import java.nio.file.Path;
import java.nio.file.Paths;
import org.apache.spark.sql.SparkSession;

/** One small Spark session for all tests of a run, with the job's own settings. */
public final class TestSpark {
    private static SparkSession session;

    private TestSpark() {}

    /** Comes up once; ends with the test JVM. */
    public static synchronized SparkSession session() {
        if (session == null) {
            session = SparkSessions.create("local[1]", Paths.get("target", "spark-scratch")
                    .toAbsolutePath(), false);
        }
        return session;
    }

    /** Ends it, for a test that needs a session of other settings; the next call makes it anew. */
    public static synchronized void end() {
        if (session != null) {
            session.stop();
            session = null;
        }
    }

    /** The shipped pack `sales`. */
    public static Path salesPack() {
        return Paths.get("..", "resources", "streams", "sales").toAbsolutePath().normalize();
    }
}
