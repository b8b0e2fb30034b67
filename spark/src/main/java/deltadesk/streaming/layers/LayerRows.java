package deltadesk.streaming.layers;

import deltadesk.streaming.parse.Stage;
import deltadesk.tables.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows that a micro-batch gives, in the order of its tasks and offsets. Silver's rows may still
 * be duplicates. Rows are in the column order of their tables. A batch of very many bytes has
 * spilled most of them into files, which go when this is closed.
 */
public final class LayerRows implements AutoCloseable {
    private final BlockDecoder decoder;
    private final SpillFolder spillFolder;
    private final List<Object[]> bronze = new ArrayList<>();
    private final List<DataFile> bronzeFiles = new ArrayList<>();
    private final List<Object[]> silver = new ArrayList<>();
    private final List<Object[]> rejected = new ArrayList<>();
    private final List<String> spilledFiles = new ArrayList<>();
    private final List<FieldSighting> fieldSightings = new ArrayList<>();
    private final RecordTally tally = new RecordTally(-1);

    LayerRows(BlockDecoder decoder, SpillFolder spillFolder) {
        this.decoder = decoder;
        this.spillFolder = spillFolder;
    }

    void add(TaskRows task) {
        tally.add(task.tally());
        bronzeFiles.addAll(task.bronzeFiles());
        spilledFiles.addAll(task.spilledFiles());
        decoder.read(task.bronze(), RowKind.BRONZE, bronze::add);
        decoder.read(task.others(), RowKind.SILVER, silver::add);
        decoder.read(task.others(), RowKind.REJECTED, rejected::add);
        decoder.read(task.others(), RowKind.FIELD,
                row -> fieldSightings.add(FieldSighting.of(row)));
        task.bronze().clear();
        task.others().clear();
    }

    /** Rows that Bronze lacks, without those in files. */
    public List<Object[]> bronze() {
        return bronze;
    }

    /** Files with further rows that Bronze lacks, not committed yet. */
    public List<DataFile> bronzeFiles() {
        return bronzeFiles;
    }

    /** How many rows of Bronze the records gave, those among them that it holds already. */
    public int bronzeCount() {
        return tally.bronze();
    }

    /** Whether there are rows of Silver and refused ones beyond those in memory. */
    public boolean isSpilled() {
        return !spilledFiles.isEmpty();
    }

    /** Rows of Silver that no blocking rule keeps out, duplicates still among them; in memory. */
    public List<Object[]> silver() {
        return silver;
    }

    /**
     * All of them, in the order of a partition's offsets: those in memory are the last ones, each
     * other page is read when the stream gets there.
     */
    public Stream<List<Object[]>> silverPages() {
        return pages(silver, RowKind.SILVER);
    }

    /** Rows of the table of rejected records, in memory. */
    public List<Object[]> rejected() {
        return rejected;
    }

    /** All of them, likewise. */
    public Stream<List<Object[]>> rejectedPages() {
        return pages(rejected, RowKind.REJECTED);
    }

    private Stream<List<Object[]>> pages(List<Object[]> inMemory, RowKind kind) {
        return Stream.concat(spilledFiles.stream().map(file -> {
            List<Object[]> rows = new ArrayList<>();
            decoder.read(SpillFolder.read(file), kind, rows::add);
            return rows;
        }), Stream.of(inMemory));
    }

    /** The fields that the tasks met, see {@link FieldSighting}. */
    List<FieldSighting> fieldSightings() {
        return fieldSightings;
    }

    /** How many records were rejected at a stage. */
    public int rejectedCount(Stage stage) {
        return tally.rejected(stage);
    }

    /** How many records were read. */
    public int recordCount() {
        return tally.records();
    }

    /** The Kafka timestamps of all records, microseconds since 1970 UTC, in no order. */
    public long[] kafkaTimestampMicros() {
        return tally.timestamps();
    }

    @Override
    public void close() {
        RowChunks.keepAsUsed();
        if (isSpilled()) {
            spillFolder.clear();
        }
    }
}
