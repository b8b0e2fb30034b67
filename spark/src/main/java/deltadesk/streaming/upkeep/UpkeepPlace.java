package deltadesk.streaming.upkeep;

import deltadesk.streaming.batch.MaintainedTable;
import deltadesk.streaming.control.BatchGate;

/** A table that can be worked on, and the gate of the batches that write it. */
public record UpkeepPlace(MaintainedTable maintained, BatchGate gate) {}
