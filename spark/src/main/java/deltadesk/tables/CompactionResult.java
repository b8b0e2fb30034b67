package deltadesk.tables;

/**
 * What a compaction made of the files that a table had at its beginning, last with `version` (the
 * newest where it made none): `merged` of the `planned` files are done; a file that is merged twice
 * counts twice.
 */
public record CompactionResult(
        String tableName,
        int filesBefore,
        int filesAfter,
        long bytesBefore,
        long bytesAfter,
        int merged,
        int planned,
        long version) {}
