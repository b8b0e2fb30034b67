package deltadesk.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Cuts the files of a table into runs that are to be one file each: neighbours in age of one
 * partition value, as many as fit. Each file is in one run at most, so that none is merged twice.
 */
final class NeighbourRuns {
    private NeighbourRuns() {}

    /** The runs of two files or more whose weights together are `most` or less, oldest first. */
    static Deque<List<DataFile>> of(
            Collection<DataFile> oldestFirst, ToLongFunction<DataFile> weight, long most) {
        Map<Map<String, String>, Run> open = new LinkedHashMap<>();
        Deque<List<DataFile>> runs = new ArrayDeque<>();
        for (DataFile file : oldestFirst) {
            Run run = open.computeIfAbsent(file.partitionValues(), none -> new Run());
            long weightOfFile = weight.applyAsLong(file);
            if (run.weight + weightOfFile > most) {
                run.endIn(runs);
                run = new Run();
                open.put(file.partitionValues(), run);
            }
            run.files.add(file);
            run.weight += weightOfFile;
        }
        open.values().forEach(run -> run.endIn(runs));
        return runs;
    }

    private static final class Run {
        final List<DataFile> files = new ArrayList<>();
        long weight;

        void endIn(Deque<List<DataFile>> runs) {
            if (files.size() > 1) {
                runs.add(files);
            }
        }
    }
}
