package deltadesk.streaming.layers;

import deltadesk.tables.DataFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkEnv;

/**
 * What a task hands to the driver: its rows of Bronze as a {@link RowBlock} or in files, see
 * {@link BronzeTarget}; a block with the rows of the other tables and the files that hold the ones
 * before it, see {@link SpillFolder}; and what it counted. `reading` is the same for all tasks of a
 * batch.
 */
record TaskRows(
        UUID reading,
        RowBlock bronze,
        ArrayList<DataFile> bronzeFiles,
        RowBlock others,
        ArrayList<String> spilledFiles,
        RecordTally tally)
        implements Serializable {
    /** Spark's word for the driver where it names executors. */
    private static final String DRIVER = "driver";
    private static final Map<Here, TaskRows> HERE = new ConcurrentHashMap<>();

    /**
     * A task in the driver's own process hands its rows over as they are: Spark would copy each of
     * its megabytes several times on the way.
     */
    private Object writeReplace() {
        if (!DRIVER.equals(SparkEnv.get().executorId())) {
            return this;
        }
        Here here = new Here(reading, UUID.randomUUID());
        HERE.put(here, this);
        return here;
    }

    /** Gives up what was handed over and never taken: the reading has failed. */
    static void forget(UUID reading) {
        HERE.keySet().removeIf(here -> here.reading.equals(reading));
    }

    /** Stands for rows of the same process; they are found once. */
    private record Here(UUID reading, UUID task) implements Serializable {
        private Object readResolve() {
            return HERE.remove(this);
        }
    }
}
