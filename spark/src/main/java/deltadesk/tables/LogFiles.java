package deltadesk.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The files of one `_delta_log`, found by their names: versions follow one another without a gap
 * and are removed from the oldest on, so that no question needs a listing of the folder, which
 * may hold a million names.
 */
record LogFiles(Path log) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static LogFiles of(Path tableFolder) {
        return new LogFiles(tableFolder.resolve("_delta_log"));
    }

    Path commit(long version) {
        return log.resolve(String.format("%020d.json", version));
    }

    Path checkpoint(long version) {
        return log.resolve(String.format("%020d.checkpoint.parquet", version));
    }

    Path checksum(long version) {
        return log.resolve(String.format("%020d.crc", version));
    }

    boolean hasCommit(long version) {
        return Files.exists(commit(version));
    }

    boolean hasCheckpoint(long version) {
        return Files.exists(checkpoint(version));
    }

    /** Newest version, empty when the table does not exist. */
    OptionalLong newest() {
        OptionalLong hint = lastCheckpoint();
        if (hint.isEmpty() || !hasCommit(hint.getAsLong())) {
            return newestListed();
        }
        long version = hint.getAsLong();
        while (hasCommit(version + 1)) {
            version++;
        }
        return OptionalLong.of(version);
    }

    /** What `_last_checkpoint` says; empty when it is absent or torn. */
    OptionalLong lastCheckpoint() {
        try {
            byte[] text = Files.readAllBytes(log.resolve("_last_checkpoint"));
            return OptionalLong.of(JSON.readTree(text).required("version").asLong());
        } catch (IOException | IllegalArgumentException absentOrTorn) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong newestListed() {
        if (!Files.isDirectory(log)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> files = Files.list(log)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{20}\\.json"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
                    .max();
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder " + log + " cannot be read.", failure);
        }
    }

    /** Oldest version whose commit is kept, given the newest. */
    long oldest(long newest) {
        return firstThat(0, newest, this::hasCommit);
    }

    /** Oldest kept version that was committed at that moment or later; newest + 1 if none. */
    long oldestSince(long atMs, long newest) {
        return firstThat(oldest(newest), newest + 1,
                version -> version > newest || committedAtMs(version) >= atMs);
    }

    private static long firstThat(long from, long to, java.util.function.LongPredicate isTrue) {
        long low = from;
        long high = to;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (isTrue.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** When a version was committed: the time of its file, as the Delta protocol has it. */
    long committedAtMs(long version) {
        try {
            return Files.getLastModifiedTime(commit(version)).toMillis();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
