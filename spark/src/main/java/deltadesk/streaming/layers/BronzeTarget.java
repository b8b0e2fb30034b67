package deltadesk.streaming.layers;

import deltadesk.tables.TableFileWriter;
import java.io.Serializable;

/**
 * Where a batch's rows of Bronze go; it travels to the tasks. The rows of `missing` are handed to
 * the driver up to `blockBytes` a task, and one row more; a task with more than that has `writer`
 * write all of its own. Other rows are counted and no more.
 */
public record BronzeTarget(TableFileWriter writer, Records missing, int blockBytes)
        implements Serializable {
    /** For whoever wants to look at the rows: all of them go to the driver. */
    static final BronzeTarget DRIVER = new BronzeTarget(null, Records.ALL, Integer.MAX_VALUE);

    /** Some records of a topic. */
    @FunctionalInterface
    public interface Records extends Serializable {
        Records ALL = (partition, offset) -> true;
        Records NONE = (partition, offset) -> false;

        boolean contain(int partition, long offset);
    }
}
