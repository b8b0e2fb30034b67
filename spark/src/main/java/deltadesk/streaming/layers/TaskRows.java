package deltadesk.streaming.layers;

import deltadesk.tables.DataFile;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * What a task hands to the driver: its rows of Bronze as a {@link RowBlock} or in files, see
 * {@link BronzeTarget}, the Kafka timestamps of all that it made in microseconds since 1970 UTC,
 * and a block with the rows of the other tables.
 */
record TaskRows(
        byte[] bronze, ArrayList<DataFile> bronzeFiles, long[] bronzeTimestamps, byte[] others)
        implements Serializable {}
