package deltadesk.tables;

import java.nio.file.Path;
import java.util.List;

/**
 * Files that no kept version of a table has, their size, and whether they were deleted. `version`
 * is the newest there was, `keptFrom` the oldest that has all its files whatever was deleted.
 */
public record VacuumResult(
        String tableName,
        List<Path> files,
        long sizeBytes,
        boolean isDeleted,
        long version,
        long keptFrom) {}
