package deltadesk.aggregates;

import deltadesk.tables.DataFile;
import deltadesk.tables.DeltaTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes segments into new files, in one commit with the removal of their old ones. */
final class Publication {
    private final DeltaTable table;
    private final RowLayout layout;
    private final RowExpressions expressions;
    private final String appId;

    Publication(
            DeltaTable table, RowLayout layout, RowExpressions expressions, String appId) {
        this.table = table;
        this.layout = layout;
        this.expressions = expressions;
        this.appId = appId;
    }

    /**
     * The segments are those of the table at `versionBefore` of Silver, advanced to another one;
     * changed groups get the time.
     */
    void commit(
            long versionBefore,
            long silverVersion,
            List<Segment> segments,
            long processedAtMicros) {
        List<DataFile> gone = new ArrayList<>();
        List<DataFile> added = new ArrayList<>();
        Map<Segment, List<DataFile>> written = new LinkedHashMap<>();
        for (Segment segment : segments) {
            List<DataFile> files = write(segment, processedAtMicros);
            written.put(segment, files);
            added.addAll(files);
            gone.addAll(segment.files);
        }
        table.replaceFiles(appId, versionBefore, silverVersion, gone, added);
        written.forEach((segment, files) -> {
            segment.files = files;
            segment.isChanged = false;
            segment.groups.values().forEach(group -> group.isChanged = false);
        });
    }

    /** The same into files of no commit yet. */
    List<DataFile> write(List<Segment> segments, long processedAtMicros) {
        return segments.stream()
                .flatMap(segment -> write(segment, processedAtMicros).stream()).toList();
    }

    private List<DataFile> write(Segment segment, long processedAtMicros) {
        List<Object[]> rows = new ArrayList<>(segment.groups.size());
        segment.groups.forEach((key, group) -> {
            if (group.isChanged) {
                group.processedAtMicros = processedAtMicros;
            }
            rows.add(layout.toRow(key, group, expressions));
        });
        return table.fileWriter().write(rows);
    }
}
