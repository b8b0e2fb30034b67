package deltadesk.tables;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a table's newest version, carried from commit to commit in memory. */
final class LiveFiles {
    private final Map<String, DataFile> byPath = new LinkedHashMap<>();

    LiveFiles(Collection<DataFile> files) {
        files.forEach(file -> byPath.put(file.path(), file));
    }

    void apply(Collection<DataFile> added, Collection<DataFile> removed) {
        removed.forEach(file -> byPath.remove(file.path()));
        added.forEach(file -> byPath.put(file.path(), file));
    }

    Collection<DataFile> all() {
        return List.copyOf(byPath.values());
    }

    /** Nearly the order of the commits that added them. */
    List<DataFile> oldestFirst() {
        return byPath.values().stream()
                .sorted(Comparator.comparingLong(DataFile::modifiedAtMs)).toList();
    }

    boolean containsAll(Collection<DataFile> files) {
        return files.stream().allMatch(file -> byPath.containsKey(file.path()));
    }

    boolean contains(String path) {
        return byPath.containsKey(path);
    }

    int size() {
        return byPath.size();
    }

    long sizeBytes() {
        return byPath.values().stream().mapToLong(DataFile::sizeBytes).sum();
    }
}
