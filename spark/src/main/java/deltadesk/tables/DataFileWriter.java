package deltadesk.tables;

import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.internal.parquet.ParquetStatsReader;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.fs.Path;
import io.delta.kernel.internal.util.PartitionUtils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Writes rows into Parquet files with statistics, one a partition, and says what to commit. */
final class DataFileWriter {
    private final Engine engine;
    private final String tablePath;
    private final KernelSchema schema;
    /** By their ages files are read again in the order in which they were written. */
    private final AtomicLong latestAtMs = new AtomicLong();

    DataFileWriter(Engine engine, String tablePath, KernelSchema schema) {
        this.engine = engine;
        this.tablePath = tablePath;
        this.schema = schema;
    }

    /** One entry a file, in the order of {@link RowGroups}; no rows give no files. */
    List<DataFile> write(List<Object[]> rows) {
        List<DataFile> added = new ArrayList<>();
        for (List<Object[]> group : RowGroups.byPartition(rows, schema)) {
            FirstPartition all = new FirstPartition(group.iterator(), schema);
            WithoutHadoopSettings.run(() -> writeGroup(group.get(0), all, added));
        }
        return added;
    }

    /** The same for a source that memory may not hold: its long rows may take more files. */
    List<DataFile> write(Iterator<Object[]> rows) {
        List<DataFile> added = new ArrayList<>();
        while (rows.hasNext()) {
            FirstPartition first = new FirstPartition(rows, schema);
            WithoutHadoopSettings.run(() -> writeGroup(first.first(), first, added));
            added.addAll(write(first.others()));
        }
        return added;
    }

    /** Writes `batches`, all of the partition of the row `first`. */
    private void writeGroup(
            Object[] first,
            CloseableIterator<FilteredColumnarBatch> batches,
            List<DataFile> added) {
        Map<String, Literal> partitionValues = new LinkedHashMap<>();
        for (int index : schema.partitionIndexes()) {
            partitionValues.put(schema.name(index), schema.type(index).literal(first[index]));
        }
        String directory = PartitionUtils.getTargetDirectory(
                tablePath, schema.schema().partitionColumns(), partitionValues);
        try (CloseableIterator<DataFileStatus> files = engine.getParquetHandler().writeParquetFiles(
                directory, batches, schema.statisticsColumns())) {
            while (files.hasNext()) {
                DataFile file = FileActions.dataFile(AddFile.convertDataFileStatus(
                        schema.stored(), new Path(tablePath).toUri(), files.next(), partitionValues,
                        true, Map.of(), Optional.empty(), Optional.empty(), Optional.empty()));
                added.add(file.modifiedAt(latestAtMs.updateAndGet(
                        latest -> Math.max(latest + 1, file.modifiedAtMs()))));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write into " + directory + ".", failure);
        }
    }

    /** The same file with its size, age and statistics, read from what lies on disk. */
    DataFile described(DataFile file, java.nio.file.Path folder) {
        java.nio.file.Path path = file.in(folder);
        try {
            long size = Files.size(path);
            String statistics = ParquetStatsReader.readDataFileStatistics(
                    LakeEngine.shared().files().newInputFile(path.toString(), size),
                    schema.stored(), schema.statisticsColumns()).serializeAsJson(schema.stored());
            return new DataFile(file.path(), file.partitionValues(), size,
                    Files.getLastModifiedTime(path).toMillis(), statistics);
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + path + " cannot be read.", failure);
        }
    }
}
