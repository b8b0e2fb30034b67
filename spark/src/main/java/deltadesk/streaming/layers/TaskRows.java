package deltadesk.streaming.layers;

import deltadesk.tables.DataFile;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * What a task hands to the driver: its rows of Bronze as a {@link RowBlock} or in files, see
 * {@link BronzeTarget}; a block with the rows of the other tables and the files that hold the ones
 * before it, see {@link SpillFolder}; and what it counted.
 */
record TaskRows(
        byte[] bronze,
        ArrayList<DataFile> bronzeFiles,
        byte[] others,
        ArrayList<String> spilledFiles,
        RecordTally tally)
        implements Serializable {}
