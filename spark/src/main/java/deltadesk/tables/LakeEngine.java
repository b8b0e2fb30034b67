package deltadesk.tables;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.engine.hadoopio.HadoopFileIO;
import io.delta.kernel.engine.FileSystemClient;
import io.delta.kernel.engine.MetricsReporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The Kernel's engine for local disks: no process forks, commits by rename, snappy Parquet. */
final class LakeEngine extends DefaultEngine {
    private static final LakeEngine SHARED = new LakeEngine(new HadoopFileIO(configuration()));

    private final FileIO files;

    private LakeEngine(FileIO files) {
        super(files);
        this.files = files;
    }

    FileIO files() {
        return files;
    }

    /** Lists a log from a log checkpoint on without reading the whole folder. */
    @Override
    public FileSystemClient getFileSystemClient() {
        return new LogListing(files);
    }

    /** The one of this process: it holds no state of any table and serves every thread. */
    static LakeEngine shared() {
        return SHARED;
    }

    private static Configuration configuration() {
        // Hadoop's own local file system forks `chmod` and `readlink`, and wants winutils.
        Configuration configuration = new Configuration(false);
        configuration.set("fs.file.impl", "com.globalmentor.apache.hadoop.fs.BareLocalFileSystem");
        configuration.set("io.delta.kernel.logStore.file.impl", "io.delta.storage.LocalLogStore");
        configuration.set("parquet.compression", "snappy");
        // Bytes of distinct values after which a column of a file is written plain. Names and days
        // need a few thousand; with 1 MB, the default, ids and original texts fill it for nothing.
        configuration.set("parquet.dictionary.page.size", "65536");
        // Rows that a reader holds at once: with 1,024, the default, values of a megabyte fill it.
        configuration.set("delta.kernel.default.parquet.reader.batch-size", "64");
        withoutChecksumFiles(configuration);
        return configuration;
    }

    /**
     * Hadoop would put a hidden `.crc` file beside every file: twice as many files, and a trap when
     * a power cut leaves the two out of step. Parquet and the log have their own checks.
     */
    private static void withoutChecksumFiles(Configuration configuration) {
        try {
            FileSystem files = new Path("file:///").getFileSystem(configuration);
            files.setWriteChecksum(false);
            files.setVerifyChecksum(false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** None: the default one renders a JSON report of every commit, logged or not. */
    @Override
    public List<MetricsReporter> getMetricsReporters() {
        return List.of();
    }
}
