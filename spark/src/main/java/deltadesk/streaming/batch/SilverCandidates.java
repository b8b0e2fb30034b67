package deltadesk.streaming.batch;

import deltadesk.definition.EngineColumns;
import deltadesk.duplicates.Winner;
import deltadesk.streaming.layers.LayerRows;
import deltadesk.tables.TableSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A batch's rows of Silver, duplicates still among them. When it has spilled rows, duplicates and
 * lateness are decided on rows without their texts, which memory holds; the rows with all their
 * columns pass by one page after the other.
 */
final class SilverCandidates {
    private final LayerRows rows;
    private final TableSchema schema;
    private final int partition;
    private final int offset;
    private final int warnings;
    private final int[] leftOut;

    SilverCandidates(LayerRows rows, TableSchema schema, String eventIdField) {
        this.rows = rows;
        this.schema = schema;
        partition = schema.indexOf(EngineColumns.KAFKA_PARTITION);
        offset = schema.indexOf(EngineColumns.KAFKA_OFFSET);
        warnings = schema.indexOf(EngineColumns.DQ_WARNINGS);
        Set<String> decisive = Set.of(eventIdField, EngineColumns.DQ_WARNINGS);
        leftOut = IntStream.range(0, schema.columns().size())
                .filter(index -> Set.of("string", "binary")
                        .contains(schema.columns().get(index).type())
                        && !decisive.contains(schema.columns().get(index).name()))
                .toArray();
    }

    /** What is to be decided about. */
    List<Object[]> toDecide() {
        return rows.isSpilled()
                ? rows.silverPages().flatMap(List::stream).map(this::withoutTexts).toList()
                : rows.silver();
    }

    private Object[] withoutTexts(Object[] row) {
        Object[] kept = row.clone();
        for (int index : leftOut) {
            kept[index] = null;
        }
        return kept;
    }

    /** With all columns the rows of Silver that `chosen` stand for, some of those decided about. */
    Stream<List<Object[]>> pagesOf(List<Object[]> chosen) {
        if (!rows.isSpilled()) {
            return Stream.of(chosen);
        }
        Map<Winner, Object[]> chosenByPlace = new HashMap<>();
        chosen.forEach(row -> chosenByPlace.put(placeOf(row), row));
        return rows.silverPages().map(page -> {
            List<Object[]> kept = new ArrayList<>();
            for (Object[] row : page) {
                Object[] decided = chosenByPlace.get(placeOf(row));
                if (decided != null) {
                    row[warnings] = decided[warnings];
                    kept.add(row);
                }
            }
            return kept;
        });
    }

    private Winner placeOf(Object[] row) {
        return new Winner((Integer) row[partition], (Long) row[offset]);
    }
}
