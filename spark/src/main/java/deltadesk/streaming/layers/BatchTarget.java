package deltadesk.streaming.layers;

import java.io.Serializable;

/** Where a batch's rows go; it travels to the tasks. `others` are those of Silver and refused. */
public record BatchTarget(BronzeTarget bronze, SpillFolder others) implements Serializable {
    /** For whoever wants to look at the rows: all of them go to the driver. */
    static final BatchTarget DRIVER = new BatchTarget(BronzeTarget.DRIVER, SpillFolder.NONE);
}
