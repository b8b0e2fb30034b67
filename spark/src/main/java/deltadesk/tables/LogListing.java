package deltadesk.tables;

import io.delta.kernel.defaults.engine.DefaultFileSystemClient;
import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/**
 * Lists a `_delta_log` from a log checkpoint on by asking for one name after the other: the usual
 * listing reads the size and time of every file in the folder, however few are wanted.
 */
final class LogListing extends DefaultFileSystemClient {
    private static final Pattern FROM_VERSION = Pattern.compile("(\\d{20})\\..*");

    LogListing(FileIO files) {
        super(files);
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String filePath) throws IOException {
        Path from = new Path(filePath);
        Matcher matcher = FROM_VERSION.matcher(from.getName());
        if (!matcher.matches() || !"_delta_log".equals(from.getParent().getName())) {
            return super.listFrom(filePath);
        }
        LogFiles log = new LogFiles(folder(from.getParent().toUri()));
        long version = Long.parseLong(matcher.group(1));
        if (!log.hasCheckpoint(version)) {
            return super.listFrom(filePath);
        }
        List<FileStatus> files = new ArrayList<>();
        add(from, log.checkpoint(version), files);
        add(from, log.checksum(version), files);
        add(from, log.commit(version), files);
        while (log.hasCommit(++version)) {
            add(from, log.checkpoint(version), files);
            add(from, log.checksum(version), files);
            add(from, log.commit(version), files);
        }
        return Utils.toCloseableIterator(files.stream()
                .filter(file -> new Path(file.getPath()).getName().compareTo(from.getName()) >= 0)
                .iterator());
    }

    private static java.nio.file.Path folder(URI uri) {
        return uri.getScheme() == null
                ? java.nio.file.Path.of(uri.getPath()) : java.nio.file.Path.of(uri);
    }

    private static void add(Path from, java.nio.file.Path file, List<FileStatus> files)
            throws IOException {
        if (Files.exists(file)) {
            files.add(FileStatus.of(
                    new Path(from.getParent(), file.getFileName().toString()).toString(),
                    Files.size(file), Files.getLastModifiedTime(file).toMillis()));
        }
    }
}
