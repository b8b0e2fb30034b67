package deltadesk.tables;

import static deltadesk.tables.SampleTables.EVERY_TYPE;
import static deltadesk.tables.SampleTables.nulls;
import static deltadesk.tables.SampleTables.row;
import static deltadesk.tables.SampleTables.rows;
import static deltadesk.tables.SampleTables.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileWriterTest {
    @TempDir private Path temporary;
    private Path folder;
    private Lake lake;
    private DeltaTable table;

    @BeforeEach
    void open() {
        folder = temporary.resolve("données de l'été 100% #1");
        lake = Lake.open(folder);
        table = lake.table("silver.t", EVERY_TYPE);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @SuppressWarnings("unchecked")
    private static <T> T sent(T object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))
                .readObject();
    }

    @Test
    void filesWrittenByTasksAreOneCommitWithStatisticsAndNullPartitions() throws Exception {
        List<Object[]> rows = rows(
                row("d", 1), nulls("d"), row("a/b=c d%20é", 2), nulls(null), row("", 3));
        List<DataFile> written = sent(sent(table.fileWriter()).write(rows));
        assertEquals(0, table.version());
        assertEquals(1, table.appendFiles("query", 4, written, Map.of("by", "tasks")));
        assertEquals(texts(rows), texts(table.readAll()));
        assertEquals(texts(rows), texts(table.commit(1).rows()));
        assertEquals(OptionalLong.of(4), table.transactionVersion("query"));
        String commit = Files.readString(CommitFile.path(folder.resolve("silver/t"), 1));
        assertTrue(commit.contains("\\\"numRecords\\\":2"), commit);
        assertTrue(commit.contains("\"numOutputRows\":\"5\""), commit);
        assertTrue(commit.contains("\"by\":\"tasks\""), commit);
        assertEquals(1, table.appendFiles("query", 4, written, Map.of()), "a replay adds nothing");
    }

    @Test
    void oneWriterServesManyThreadsAtOnce() {
        TableFileWriter writer = table.fileWriter();
        List<DataFile> written = IntStream.range(0, 40).parallel().boxed()
                .flatMap(number -> writer.write(
                        rows(row("a", number), row("b", number))).stream())
                .toList();
        table.appendFiles("query", 0, written, Map.of());
        List<Object[]> expected = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            expected.add(row("a", number));
            expected.add(row("b", number));
        }
        assertEquals(texts(expected), texts(table.readAll()));
    }
}
