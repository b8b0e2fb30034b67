package deltadesk.tables;

import io.delta.kernel.data.Row;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.data.GenericRow;
import io.delta.kernel.internal.util.VectorUtils;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Data files as the Kernel's `add` and `remove` actions, and back. */
final class FileActions {
    private FileActions() {}

    /**
     * Removes first; `dataChange` is false when the rows stay the same, as in a compaction. Nobody
     * looks for values in a file that goes: of its statistics the log gets the count of rows, which
     * its history shows.
     */
    static List<Row> of(
            Collection<DataFile> added, Collection<DataFile> removed, boolean dataChange) {
        Optional<Long> now = Optional.of(System.currentTimeMillis());
        return Stream.concat(
                removed.stream().map(file -> SingleAction.createRemoveFileSingleAction(
                        new AddFile(add(file.withRowCountAlone(), dataChange))
                                .toRemoveFileRow(dataChange, now))),
                added.stream().map(file ->
                        SingleAction.createAddFileSingleAction(add(file, dataChange)))).toList();
    }

    private static Row add(DataFile file, boolean dataChange) {
        Map<Integer, Object> values = new HashMap<>();
        put(values, "path", file.path());
        put(values, "partitionValues", VectorUtils.stringStringMapValue(file.partitionValues()));
        put(values, "size", file.sizeBytes());
        put(values, "modificationTime", file.modifiedAtMs());
        put(values, "dataChange", dataChange);
        put(values, "stats", file.statistics());
        return new GenericRow(AddFile.FULL_SCHEMA, values);
    }

    private static void put(Map<Integer, Object> values, String field, Object value) {
        if (value != null) {
            values.put(AddFile.FULL_SCHEMA.indexOf(field), value);
        }
    }

    static DataFile dataFile(AddFile file) {
        return new DataFile(
                file.getPath(),
                new HashMap<>(VectorUtils.toJavaMap(file.getPartitionValues())),
                file.getSize(), file.getModificationTime(), file.getStatsJson().orElse(null));
    }
}
