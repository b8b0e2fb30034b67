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
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        assertEquals(1, table.appendFiles("query", 4, written));
        assertEquals(texts(rows), texts(table.readAll()));
        assertEquals(texts(rows), texts(table.commit(1).rows()));
        assertEquals(OptionalLong.of(4), table.transactionVersion("query"));
        String commit = Files.readString(CommitFile.path(folder.resolve("silver/t"), 1));
        assertTrue(commit.contains("\\\"numRecords\\\":2"), commit);
        assertTrue(commit.contains("\"numOutputRows\":\"5\""), commit);
        assertEquals(1, table.appendFiles("query", 4, written), "a replay adds nothing");
    }

    @Test
    void oneWriterServesManyThreadsAtOnce() {
        TableFileWriter writer = table.fileWriter();
        List<DataFile> written = IntStream.range(0, 40).parallel().boxed()
                .flatMap(number -> writer.write(
                        rows(row("a", number), row("b", number))).stream())
                .toList();
        table.appendFiles("query", 0, written);
        List<Object[]> expected = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            expected.add(row("a", number));
            expected.add(row("b", number));
        }
        assertEquals(texts(expected), texts(table.readAll()));
    }

    @Test
    void rowsMadeOneAfterAnotherAreWrittenInTheirOrderIntoAFileAPartition() {
        List<Object[]> rows = new ArrayList<>();
        for (int number = 0; number < 2_500; number++) {
            rows.add(row(number % 7 == 3 ? "b" : number % 11 == 5 ? "" : "a", number));
        }
        List<DataFile> written = table.fileWriter().write(rows.iterator());
        assertEquals(3, written.size());
        table.appendFiles("query", 0, written);
        List<String> expected = new ArrayList<>();
        for (String partition : Arrays.asList("a", "b", null)) {
            expected.addAll(texts(rows.stream()
                    .filter(row -> Objects.equals(row[0], partition)).toList()));
        }
        assertEquals(expected, texts(table.readAll()));
        assertEquals(List.of(), table.fileWriter().write(List.<Object[]>of().iterator()));
    }

    /** Days that take turns, their rows long: none waits for the end of the source. */
    @Test
    void longRowsOfOtherPartitionsDoNotWaitForTheEnd() {
        String text = "x".repeat(1_000_000);
        int longest = 0;
        AtomicInteger taken = new AtomicInteger();
        Iterator<Object[]> endless = Stream.generate(() -> {
            Object[] row = row(taken.incrementAndGet() % 3 == 1 ? "a" : "b", 1);
            row[4] = text;
            return row;
        }).iterator();
        FirstPartition chunks = new FirstPartition(endless, new KernelSchema(table.schema()));
        while (chunks.hasNext()) {
            longest = Math.max(longest, chunks.next().getData().getSize());
        }
        assertTrue(longest <= 4 && chunks.others().size() == 16 && taken.get() <= 25,
                longest + " rows, " + chunks.others().size() + " of " + taken + " set aside");
    }

    @Test
    void manyLongRowsOfPartitionsThatTakeTurnsAreAllWritten() {
        List<Object[]> rows = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            rows.add(row(number % 3 == 1 ? "a" : "b", number));
            rows.get(number)[4] = "x".repeat(1_000_000 + number);
        }
        List<DataFile> written = table.fileWriter().write(rows.iterator());
        table.appendFiles("query", 0, written);
        assertEquals(texts(rows).stream().sorted().toList(),
                texts(table.readAll()).stream().sorted().toList());
    }

    @Test
    void aSourceIsTakenNoFurtherThanTheChunkThatIsWritten() {
        AtomicInteger taken = new AtomicInteger();
        Iterator<Object[]> endless =
                Stream.generate(() -> row("a", taken.incrementAndGet())).iterator();
        FirstPartition chunks = new FirstPartition(endless, new KernelSchema(table.schema()));
        for (int chunk = 1; chunk <= 3; chunk++) {
            int size = chunks.next().getData().getSize();
            assertTrue(size > 0 && taken.get() <= chunk * size, size + " of " + taken);
        }
    }
}
