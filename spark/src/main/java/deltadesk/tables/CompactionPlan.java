package deltadesk.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the files that are merged next. Files are ranked by the power of {@link #FANOUT} of their
 * rows; that many neighbours of one rank make a file of the next, so that a row is rewritten once
 * a rank and a partition value keeps less than that many files a rank. Only neighbours in age are
 * merged: rows stay in the order in which they came.
 */
final class CompactionPlan {
    static final int FANOUT = 8;
    /** Files of this size are never rewritten. */
    static final long FULL_BYTES = 128L << 20;
    /** Live files above one for each partition value, from which on anything is merged. */
    static final int MOST_SURPLUS = 100;

    private CompactionPlan() {}

    /** The next files to merge, of one partition value, oldest first; empty when all is well. */
    static List<DataFile> next(Collection<DataFile> oldestFirst) {
        Map<Map<String, String>, List<DataFile>> partitions = new LinkedHashMap<>();
        for (DataFile file : oldestFirst) {
            partitions.computeIfAbsent(file.partitionValues(), none -> new ArrayList<>()).add(file);
        }
        List<DataFile> cheapest = List.of();
        for (List<DataFile> files : partitions.values()) {
            List<DataFile> run = files.size() < FANOUT ? List.of() : lowestFullRun(files);
            if (!run.isEmpty() && (cheapest.isEmpty() || bytes(run) < bytes(cheapest))) {
                cheapest = run;
            }
        }
        if (cheapest.isEmpty() && oldestFirst.size() - partitions.size() > MOST_SURPLUS) {
            return cheapestTail(partitions.values());
        }
        return cheapest;
    }

    /** Newest to oldest: a file among newer ones of a higher rank counts as one of that rank. */
    private static List<DataFile> lowestFullRun(List<DataFile> files) {
        int rank = 0;
        int end = files.size();
        for (int index = files.size() - 1; index >= 0; index--) {
            boolean isFull = isFull(files.get(index));
            int own = rank(files.get(index));
            if (isFull || own > rank) {
                if (end - index - 1 >= FANOUT) {
                    return oldest(files.subList(index + 1, end));
                }
                end = isFull ? index : index + 1;
                rank = isFull ? 0 : own;
            }
        }
        return end >= FANOUT ? oldest(files.subList(0, end)) : List.of();
    }

    /** As many as make one full file, two at least. */
    private static List<DataFile> oldest(List<DataFile> run) {
        int count = 2;
        while (count < run.size() && bytes(run.subList(0, count + 1)) <= FULL_BYTES) {
            count++;
        }
        return List.copyOf(run.subList(0, count));
    }

    /** The newest files of a partition value that cost least for each file saved. */
    private static List<DataFile> cheapestTail(Collection<List<DataFile>> partitions) {
        List<DataFile> cheapest = List.of();
        long lowestCost = Long.MAX_VALUE;
        for (List<DataFile> files : partitions) {
            long bytes = 0;
            for (int start = files.size() - 1; start >= 0 && !isFull(files.get(start)); start--) {
                bytes += files.get(start).sizeBytes();
                int saved = files.size() - start - 1;
                if (saved > 0 && bytes / saved < lowestCost) {
                    lowestCost = bytes / saved;
                    cheapest = files.subList(start, files.size());
                }
            }
        }
        return List.copyOf(cheapest);
    }

    static long bytes(Collection<DataFile> files) {
        return files.stream().mapToLong(DataFile::sizeBytes).sum();
    }

    private static boolean isFull(DataFile file) {
        return file.sizeBytes() >= FULL_BYTES;
    }

    private static int rank(DataFile file) {
        int rank = 0;
        for (long rows = file.rowCount(); rows >= FANOUT; rows /= FANOUT) {
            rank++;
        }
        return rank;
    }
}
