package deltadesk.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * Puts the row groups of several files into one, byte by byte: no value is decoded, and the work
 * stops and goes on at any row group. For files whose row groups are of a good size already.
 */
final class RowGroupMerge {
    /** Row groups are copied whole; these two of Parquet's settings do not matter then. */
    private static final long ROW_GROUP_BYTES = 128L << 20;
    private static final int PADDING_BYTES = 0;
    private final Path folder;
    private final List<DataFile> inputs;
    private final String path;
    private final ParquetFileWriter writer;
    private int nextInput;
    private SeekableInputStream input;
    private final List<BlockMetaData> pending = new ArrayList<>();

    private RowGroupMerge(Path folder, List<DataFile> inputs, MessageType schema)
            throws IOException {
        this.folder = folder;
        this.inputs = inputs;
        String first = inputs.get(0).path();
        path = first.substring(0, first.lastIndexOf('/') + 1) + UUID.randomUUID() + ".parquet";
        writer = new ParquetFileWriter(
                new LocalOutputFile(file().in(folder)), schema, ParquetFileWriter.Mode.CREATE,
                ROW_GROUP_BYTES, PADDING_BYTES);
        writer.start();
    }

    /** Begins, if all the files have the same columns; else null. */
    static RowGroupMerge begin(Path folder, List<DataFile> files) {
        try {
            MessageType schema = null;
            for (DataFile file : files) {
                try (ParquetFileReader reader = open(file.in(folder))) {
                    MessageType own = reader.getFileMetaData().getSchema();
                    if (schema != null && !schema.equals(own)) {
                        return null;
                    }
                    schema = own;
                }
            }
            return new RowGroupMerge(folder, files, schema);
        } catch (IOException failure) {
            throw new UncheckedIOException("Files in " + folder + " cannot be merged.", failure);
        }
    }

    private static ParquetFileReader open(Path file) throws IOException {
        return ParquetFileReader.open(new LocalParquetFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
    }

    List<DataFile> inputs() {
        return inputs;
    }

    /** The file that is written; without size and statistics. */
    DataFile file() {
        return new DataFile(path, inputs.get(0).partitionValues(), 0, 0, null);
    }

    /** Goes on until the moment given, one row group at least; true when the file is whole. */
    boolean advance(long untilNanos) {
        try {
            do {
                if (pending.isEmpty() && !openNext()) {
                    closeInput();
                    writer.end(Map.of());
                    return true;
                }
                writer.appendRowGroup(input, pending.remove(0), false);
            } while (System.nanoTime() < untilNanos);
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException("Files in " + folder + " cannot be merged.", failure);
        }
    }

    private boolean openNext() throws IOException {
        while (pending.isEmpty() && nextInput < inputs.size()) {
            Path file = inputs.get(nextInput++).in(folder);
            try (ParquetFileReader reader = open(file)) {
                pending.addAll(reader.getRowGroups());
            }
            closeInput();
            input = new LocalParquetFile(file).newStream();
        }
        return !pending.isEmpty();
    }

    private void closeInput() throws IOException {
        if (input != null) {
            input.close();
            input = null;
        }
    }

    /** Ends an unfinished merge and removes what it wrote. */
    void abandon() {
        try {
            closeInput();
            writer.close();
            Files.deleteIfExists(file().in(folder));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
