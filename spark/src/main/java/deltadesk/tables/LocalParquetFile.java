package deltadesk.tables;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A file on this machine for Parquet's reader and writer. Parquet's own `LocalInputFile` asks the
 * system for every single byte of a block that is copied: 500 ms for 4 MB.
 */
record LocalParquetFile(Path path) implements InputFile {
    @Override
    public long getLength() throws IOException {
        return Files.size(path);
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        FileInputStream stream = new FileInputStream(path.toFile());
        return new DelegatingSeekableInputStream(stream) {
            @Override
            public long getPos() throws IOException {
                return stream.getChannel().position();
            }

            @Override
            public void seek(long position) throws IOException {
                stream.getChannel().position(position);
            }
        };
    }
}
