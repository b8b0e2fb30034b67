package deltadesk.tables;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Reads data files back into rows, partition values filled in. */
final class DataFileReader {
    private final Engine engine;
    private final Path folder;
    private final KernelSchema schema;

    DataFileReader(Engine engine, Path folder, KernelSchema schema) {
        this.engine = engine;
        this.folder = folder;
        this.schema = schema;
    }

    /**
     * Hands over every row of the files, in file order; only `columns` are read, the others are
     * null. A file that is gone is a {@link VersionGoneException}.
     */
    void read(List<DataFile> files, Set<String> columns, Consumer<Object[]> consumer) {
        int[] wanted = IntStream.of(schema.storedIndexes())
                .filter(index -> columns.contains(schema.name(index))).toArray();
        // Counting rows needs one column at least.
        int[] indexes = wanted.length > 0
                ? wanted : IntStream.of(schema.storedIndexes()).limit(1).toArray();
        StructType struct = new StructType();
        for (int index : indexes) {
            struct = struct.add(schema.name(index), schema.type(index).kernelType());
        }
        for (DataFile file : files) {
            readOne(file, struct, indexes, consumer);
        }
    }

    private void readOne(
            DataFile file, StructType struct, int[] indexes, Consumer<Object[]> consumer) {
        Path path = file.in(folder);
        if (!Files.exists(path)) {
            throw new VersionGoneException("The data file " + path + " is no longer there.");
        }
        Object[] template = new Object[schema.schema().columns().size()];
        for (int index : schema.partitionIndexes()) {
            String text = file.partitionValues().get(schema.name(index));
            template[index] = schema.type(index).partitionValue(text);
        }
        FileStatus status =
                FileStatus.of(path.toString(), file.sizeBytes(), file.modifiedAtMs());
        try (CloseableIterator<FileReadResult> batches =
                engine.getParquetHandler().readParquetFiles(
                        Utils.singletonCloseableIterator(status), struct, Optional.empty())) {
            while (batches.hasNext()) {
                hand(batches.next().getData(), indexes, template, consumer);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The data file " + path + " cannot be read.", failure);
        }
    }

    private void hand(
            ColumnarBatch batch, int[] indexes, Object[] template, Consumer<Object[]> consumer) {
        ColumnVector[] vectors = new ColumnVector[indexes.length];
        for (int column = 0; column < indexes.length; column++) {
            vectors[column] = batch.getColumnVector(column);
        }
        for (int row = 0; row < batch.getSize(); row++) {
            Object[] values = template.clone();
            for (int column = 0; column < indexes.length; column++) {
                values[indexes[column]] = schema.type(indexes[column]).value(vectors[column], row);
            }
            consumer.accept(values);
        }
    }
}
