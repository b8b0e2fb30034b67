package deltadesk.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * The files of one `_delta_log`, found by their names: versions follow one another without a gap
 * and are removed from the oldest on, so that no question needs a listing of the folder, which
 * may hold a million names.
 */
record LogFiles(Path log) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] PARQUET_END = "PAR1".getBytes(StandardCharsets.US_ASCII);

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

    /**
     * Removes the newest log checkpoint when a power cut left it torn; the commits that it sums up
     * are still there.
     */
    void dropTornCheckpoint() {
        OptionalLong version = lastCheckpoint();
        if (version.isEmpty() || isWhole(checkpoint(version.getAsLong()))) {
            return;
        }
        try {
            Files.deleteIfExists(log.resolve("_last_checkpoint"));
            Files.deleteIfExists(checkpoint(version.getAsLong()));
            Files.deleteIfExists(checksum(version.getAsLong()));
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder " + log + " cannot be changed.", failure);
        }
    }

    private static boolean isWhole(Path parquet) {
        try (RandomAccessFile file = new RandomAccessFile(parquet.toFile(), "r")) {
            byte[] end = new byte[PARQUET_END.length];
            file.seek(file.length() - end.length);
            file.readFully(end);
            return Arrays.equals(end, PARQUET_END);
        } catch (IOException absentOrEmpty) {
            return false;
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

    private static long firstThat(long from, long to, LongPredicate isTrue) {
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

    /**
     * When a version was committed: the time of its file, as the Delta protocol has it. One that is
     * cleaned meanwhile is older than all.
     */
    long committedAtMs(long version) {
        try {
            return Files.getLastModifiedTime(commit(version)).toMillis();
        } catch (NoSuchFileException cleaned) {
            return Long.MIN_VALUE;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
