package deltadesk.streaming.batch;

import deltadesk.tables.DeltaTable;
import java.util.function.LongSupplier;

/**
 * A table of a pack as those who look after its files see it. `isCompacted` is false for one whose
 * writer replaces it by the file; `appliedVersion` is the version that all which follows the
 * table's log contains.
 */
public record MaintainedTable(DeltaTable table, boolean isCompacted, LongSupplier appliedVersion) {}
