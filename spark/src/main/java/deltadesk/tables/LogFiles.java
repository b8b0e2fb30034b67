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
import java.util.stream.LongStream;
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
     * Removes the log checkpoints that a power cut left torn, be they named by `_last_checkpoint`
     * or newer than it; the commits that they sum up are still there.
     */
    void dropTornCheckpoints() {
        OptionalLong named = lastCheckpoint();
        boolean isUsable = named.isPresent() && isWhole(checkpoint(named.getAsLong()));
        try {
            if (named.isPresent() && !isUsable) {
                Files.deleteIfExists(log.resolve("_last_checkpoint"));
                drop(named.getAsLong());
            }
            long[] others = isUsable ? checkpointsAfter(named.getAsLong())
                    : listed("\\d{20}\\.checkpoint\\.parquet").toArray();
            for (long version : others) {
                if (!isWhole(checkpoint(version))) {
                    drop(version);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder " + log + " cannot be changed.", failure);
        }
    }

    private void drop(long version) throws IOException {
        Files.deleteIfExists(checkpoint(version));
        Files.deleteIfExists(checksum(version));
    }

    private long[] checkpointsAfter(long version) {
        return LongStream.iterate(version + 1, this::hasCommit, each -> each + 1)
                .filter(this::hasCheckpoint).toArray();
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
        return listed("\\d{20}\\.json").max();
    }

    /** The versions of the files of such a name. */
    private LongStream listed(String pattern) {
        if (!Files.isDirectory(log)) {
            return LongStream.empty();
        }
        try (Stream<Path> files = Files.list(log)) {
            return LongStream.of(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(pattern))
                    .mapToLong(name -> Long.parseLong(name.substring(0, 20))).toArray());
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
