package deltadesk.tables;

import static io.delta.kernel.internal.actions.CommitInfo.FULL_SCHEMA;
import static io.delta.kernel.internal.actions.SingleAction.COMMIT_INFO_ORDINAL;

import io.delta.kernel.commit.CommitFailedException;
import io.delta.kernel.commit.CommitMetadata;
import io.delta.kernel.commit.CommitResponse;
import io.delta.kernel.commit.Committer;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.commit.DefaultFileSystemManagedTableOnlyCommitter;
import io.delta.kernel.internal.data.GenericRow;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What `commitInfo` says beside the Kernel's own: operation, its parameters and counts, under the
 * names that Spark uses, so that every history shows them. The Kernel leaves the last two empty.
 */
record CommitNote(String operation, Map<String, String> parameters, Map<String, String> metrics)
        implements Committer {
    /** The note of a micro-batch; `outputMode` is a word of Spark: Append or Complete. */
    static CommitNote ofBatch(
            String outputMode,
            String appId,
            long transactionVersion,
            Collection<DataFile> added,
            Collection<DataFile> removed) {
        long rows = added.stream().mapToLong(DataFile::rowCount).sum();
        return new CommitNote("STREAMING UPDATE", Map.of(
                "outputMode", outputMode,
                "queryId", appId,
                "epochId", Long.toString(transactionVersion)), Map.of(
                "numOutputRows", Long.toString(rows),
                "numAddedFiles", Integer.toString(added.size()),
                "numRemovedFiles", Integer.toString(removed.size()),
                "numOutputBytes", bytes(added)));
    }

    /** The note of a compaction; `isAutomatic` is false for one that a person asked for. */
    static CommitNote ofCompaction(
            Collection<DataFile> added, Collection<DataFile> removed, boolean isAutomatic) {
        return new CommitNote("OPTIMIZE", Map.of(
                "predicate", "[]", "auto", Boolean.toString(isAutomatic)), Map.of(
                "numAddedFiles", Integer.toString(added.size()),
                "numRemovedFiles", Integer.toString(removed.size()),
                "numAddedBytes", bytes(added),
                "numRemovedBytes", bytes(removed)));
    }

    private static String bytes(Collection<DataFile> files) {
        return Long.toString(files.stream().mapToLong(DataFile::sizeBytes).sum());
    }

    @Override
    public CommitResponse commit(
            Engine engine, CloseableIterator<Row> actions, CommitMetadata metadata)
            throws CommitFailedException {
        return DefaultFileSystemManagedTableOnlyCommitter.INSTANCE.commit(
                engine, actions.map(this::annotate), metadata);
    }

    private Row annotate(Row action) {
        if (action.isNullAt(COMMIT_INFO_ORDINAL)) {
            return action;
        }
        Row note = action.getStruct(COMMIT_INFO_ORDINAL);
        Map<Integer, Object> values = new HashMap<>();
        for (String name : new String[] {"engineInfo", "txnId"}) {
            values.put(FULL_SCHEMA.indexOf(name), note.getString(FULL_SCHEMA.indexOf(name)));
        }
        int timestamp = FULL_SCHEMA.indexOf("timestamp");
        values.put(timestamp, note.getLong(timestamp));
        values.put(FULL_SCHEMA.indexOf("operation"), operation);
        values.put(FULL_SCHEMA.indexOf("isBlindAppend"), false);
        values.put(FULL_SCHEMA.indexOf("operationParameters"),
                VectorUtils.stringStringMapValue(parameters));
        values.put(FULL_SCHEMA.indexOf("operationMetrics"),
                VectorUtils.stringStringMapValue(metrics));
        return SingleAction.createCommitInfoSingleAction(new GenericRow(FULL_SCHEMA, values));
    }
}
