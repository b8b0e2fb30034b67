package deltadesk.streaming.batch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Offsets of a topic by partition number, as stretches: `{"0": [[4, 8], [9, 10]]}` as JSON. */
final class HeldOffsets implements Serializable {
    private static final long serialVersionUID = 1L;
    /** By partition, from the first offset of a stretch to the one after its last. */
    private final SortedMap<String, NavigableMap<Long, Long>> byPartition = new TreeMap<>();

    HeldOffsets() {}

    /** From its JSON. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    HeldOffsets(SortedMap<String, List<long[]>> stretches) {
        stretches.forEach((partition, all) -> all.forEach(each ->
                byPartition.computeIfAbsent(partition, absent -> new TreeMap<>())
                        .put(each[0], each[1])));
    }

    /** As its JSON. */
    @JsonValue
    SortedMap<String, List<long[]>> stretches() {
        SortedMap<String, List<long[]>> stretches = new TreeMap<>();
        byPartition.forEach((partition, all) -> {
            List<long[]> list = new ArrayList<>();
            all.forEach((from, to) -> list.add(new long[] {from, to}));
            stretches.put(partition, list);
        });
        return stretches;
    }

    /** Takes in an offset; in rising order they make few stretches. */
    void add(String partition, long offset) {
        if (holds(partition, offset)) {
            return;
        }
        NavigableMap<Long, Long> all =
                byPartition.computeIfAbsent(partition, absent -> new TreeMap<>());
        Long after = all.remove(offset + 1);
        long to = after == null ? offset + 1 : after;
        var before = all.lowerEntry(offset);
        all.put(before != null && before.getValue() == offset ? before.getKey() : offset, to);
    }

    boolean holds(String partition, long offset) {
        NavigableMap<Long, Long> all = byPartition.get(partition);
        var stretch = all == null ? null : all.floorEntry(offset);
        return stretch != null && offset < stretch.getValue();
    }

    boolean isEmpty() {
        return byPartition.isEmpty();
    }

    /** Whether all of them come before these; a partition that is absent begins at 0. */
    boolean areBefore(Map<String, Long> offsets) {
        return byPartition.entrySet().stream().allMatch(each ->
                each.getValue().lastEntry().getValue() <= offsets.getOrDefault(each.getKey(), 0L));
    }
}
