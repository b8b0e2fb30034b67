package deltadesk.aggregates;

import deltadesk.tables.DataFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of an aggregate that is rewritten as a whole: the groups whose segment column lies between
 * `first` and `last`, and the files that hold them. Its groups are in memory only while they are
 * needed.
 */
final class Segment {
    /** Of files never read so far: rows of small values are packed about so tightly. */
    private static final int HEAP_PER_DISK = 10;
    final String first;
    final String last;
    List<DataFile> files;
    /** Null while they are on disk alone. */
    Map<List<Object>, GroupState> groups;
    boolean isChanged;
    /** Grows with each use; the least is put away first. */
    long usedAt;
    private long weighedAt = -1;
    private long heapBytes;

    private Segment(String first, String last, List<DataFile> files) {
        this.first = first;
        this.last = last;
        this.files = files;
    }

    /** A new one, without groups. */
    static Segment empty(String key) {
        Segment segment = new Segment(key, key, List.of());
        segment.groups = new LinkedHashMap<>();
        return segment;
    }

    static Segment onDisk(String first, String last, DataFile file) {
        return new Segment(first, last, new ArrayList<>(List.of(file)));
    }

    /** One for both, which are used no more; with groups when both have theirs in memory. */
    static Segment joined(Segment one, Segment other) {
        List<DataFile> files = new ArrayList<>(one.files);
        files.addAll(other.files);
        Segment joined = new Segment(
                one.first.compareTo(other.first) < 0 ? one.first : other.first,
                one.last.compareTo(other.last) > 0 ? one.last : other.last, files);
        if (one.groups != null && other.groups != null) {
            joined.groups = one.groups;
            joined.groups.putAll(other.groups);
        }
        return joined;
    }

    /** About what its groups take of the heap, in bytes: also while they are on disk alone. */
    long heapBytes(RowLayout layout) {
        if (groups != null && weighedAt != usedAt) {
            heapBytes = 0;
            groups.forEach((key, group) -> heapBytes += layout.heapBytes(key, group));
            weighedAt = usedAt;
        }
        return weighedAt >= 0 ? heapBytes
                : files.stream().mapToLong(DataFile::sizeBytes).sum() * HEAP_PER_DISK;
    }

    boolean overlaps(Segment other) {
        return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }
}
