package deltadesk.tables;

import io.delta.kernel.engine.Engine;
import java.nio.file.Path;

/** What one open table is made of. */
record TableParts(
        String name,
        Path folder,
        Engine engine,
        KernelSchema schema,
        TableLog log,
        TableFiles files,
        DataFileWriter writer,
        DataFileReader reader) {
    static TableParts of(
            String name, Path folder, Engine engine, KernelSchema schema, TableLog log) {
        return new TableParts(
                name, folder, engine, schema, log, new TableFiles(name, folder, log),
                new DataFileWriter(engine, log.snapshot().getPath(), schema),
                new DataFileReader(engine, folder, schema));
    }
}
