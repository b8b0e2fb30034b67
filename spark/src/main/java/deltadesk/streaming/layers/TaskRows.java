package deltadesk.streaming.layers;

import deltadesk.tables.DataFile;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * What a task hands to the driver: a {@link RowBlock}, and for a large batch the files that hold
 * its rows of Bronze, which are then not in the block, with the Kafka timestamps of these rows in
 * microseconds since 1970 UTC.
 */
record TaskRows(byte[] block, ArrayList<DataFile> bronzeFiles, long[] bronzeTimestamps)
        implements Serializable {}
