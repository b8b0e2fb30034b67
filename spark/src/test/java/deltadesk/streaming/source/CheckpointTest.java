package deltadesk.streaming.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    private Path folder;

    @Test
    void aFreshCheckpointHasNoBatches() {
        Checkpoint checkpoint = new Checkpoint(folder.resolve("absent"));
        assertEquals(OptionalLong.empty(), checkpoint.latestPlanned());
        assertEquals(OptionalLong.empty(), checkpoint.latestCommitted());
    }

    @Test
    void thePlanOfABatchIsReadAsSparkWroteIt() throws IOException {
        write("metadata", "{\"id\":\"9e0e\"}");
        write("offsets/9", "v1\n{\"batchWatermarkMs\":0,\"batchTimestampMs\":1766399446500,"
                + "\"conf\":{}}\n{\"ventes_stream\":{\"2\":4,\"0\":12}}");
        write("offsets/10", "v1\n{}\n{}");
        write("offsets/.11.crc", "x");
        write("commits/9", "v1\n{}");
        Checkpoint checkpoint = new Checkpoint(folder);
        assertEquals("9e0e", checkpoint.queryId());
        assertEquals(OptionalLong.of(10), checkpoint.latestPlanned());
        assertEquals(OptionalLong.of(9), checkpoint.latestCommitted());
        assertTrue(checkpoint.isCommitted(9));
        assertFalse(checkpoint.isCommitted(10));
        PlannedBatch batch = checkpoint.planned(9);
        assertEquals(1_766_399_446_500_000L, batch.plannedAtMicros());
        assertEquals(Map.of("0", 12L, "2", 4L), batch.endOffsets());
        assertEquals(Map.of(), batch.startOffsets());
        write("offsets/8", "v1\n{}\n{\"ventes_stream\":{\"2\":1,\"0\":7}}");
        assertEquals(Map.of("0", 7L, "2", 1L), checkpoint.planned(9).startOffsets());
    }

    @Test
    void theFirstBatchBeginsWhereTheSourceDid() throws IOException {
        write("offsets/0", "v1\n{\"batchTimestampMs\":1}\n{\"ventes_stream\":{\"0\":12}}");
        write("sources/0/0", "\0v1\n{\"ventes_stream\":{\"0\":5}}");
        assertEquals(Map.of("0", 5L), new Checkpoint(folder).planned(0).startOffsets());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
