package deltadesk.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * One JVM writes the lake (architecture, decision 2): a lock of the operating system on a file of
 * the lake, gone with its holder, however that ends.
 */
final class LakeLock implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private final FileChannel channel;

    private LakeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for another holder to let go; {@link LakeLockedException} when it does not. */
    static LakeLock acquire(Path deltaFolder, Duration deadline) {
        long untilNanos = System.nanoTime() + deadline.toNanos();
        try {
            Files.createDirectories(deltaFolder);
            FileChannel channel = FileChannel.open(
                    deltaFolder.resolve(".writer.lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (!isLocked(channel)) {
                if (System.nanoTime() >= untilNanos) {
                    channel.close();
                    throw new LakeLockedException(deltaFolder, deadline);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return new LakeLock(channel);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The folder of the tables, " + deltaFolder + ", cannot be written to.",
                    failure);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** {@link IllegalStateException} once it was let go: another process may write by now. */
    void requireHeld() {
        if (!channel.isOpen()) {
            throw new IllegalStateException("The lake is closed: its tables cannot be written.");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
