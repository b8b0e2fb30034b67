package deltadesk.tables;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Data files that lie in a table's folder, whether the log knows them or not, with their size. */
final class FilesOnDisk {
    private final Map<Path, Long> bytesByFile = new TreeMap<>();

    private FilesOnDisk() {}

    static FilesOnDisk none() {
        return new FilesOnDisk();
    }

    /** Those written before that moment. Files that vanish meanwhile are none. */
    static FilesOnDisk writtenBefore(long atMs, Path tableFolder) throws IOException {
        return writtenBetween(Long.MIN_VALUE, atMs, tableFolder);
    }

    /** The same of those written at `fromMs` or later. */
    static FilesOnDisk writtenBetween(long fromMs, long toMs, Path tableFolder)
            throws IOException {
        FilesOnDisk found = new FilesOnDisk();
        Files.walkFileTree(tableFolder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(tableFolder) || isOfTable(folder)
                        ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                long writtenAtMs = attributes.lastModifiedTime().toMillis();
                if (isOfTable(file) && file.toString().endsWith(".parquet")
                        && attributes.isRegularFile()
                        && writtenAtMs >= fromMs && writtenAtMs < toMs) {
                    found.bytesByFile.put(file, attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure)
                    throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return found;
    }

    /** As the Delta protocol has it, names that begin with `_` or `.` are not the table's. */
    private static boolean isOfTable(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && (!name.startsWith("_") || name.contains("="));
    }

    void remove(Path file) {
        bytesByFile.remove(file);
    }

    boolean isEmpty() {
        return bytesByFile.isEmpty();
    }

    List<Path> files() {
        return List.copyOf(bytesByFile.keySet());
    }

    long bytes() {
        return bytesByFile.values().stream().mapToLong(Long::longValue).sum();
    }
}
