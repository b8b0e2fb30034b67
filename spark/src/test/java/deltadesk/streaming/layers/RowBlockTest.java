package deltadesk.streaming.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of one text each, some longer than a piece of memory. */
class RowBlockTest {
    private static final int[] COLUMNS = {1, 1, 1, 1};
    private static final List<String> TEXTS = List.of("first", "x".repeat(RowChunks.BYTES - 24),
            "y".repeat(3 * RowChunks.BYTES), "", "last");
    private final UnsafeProjection projection =
            UnsafeProjection.create(new DataType[] {DataTypes.StringType});
    @TempDir
    private Path folder;

    private RowBlock block() {
        RowBlock block = new RowBlock();
        for (String text : TEXTS) {
            RowKind kind = text.isEmpty() ? RowKind.REJECTED : RowKind.SILVER;
            block.add(kind, projection.apply(
                    new GenericInternalRow(new Object[] {UTF8String.fromString(text)})));
        }
        return block;
    }

    private static List<String> texts(RowBlock block) {
        List<String> texts = new ArrayList<>();
        block.read(COLUMNS, (kind, row) -> {
            assertEquals(row.getUTF8String(0).numBytes() == 0, kind == RowKind.REJECTED);
            texts.add(row.getString(0));
        });
        return texts;
    }

    @Test
    void rowsComeBackInTheirOrderFromMemoryAndFromAFile() throws IOException {
        RowBlock block = block();
        assertEquals(TEXTS, texts(block));
        Path file = folder.resolve("block.rows");
        block.writeTo(file);
        RowBlock read = RowBlock.readFrom(file);
        assertEquals(block.sizeBytes(), read.sizeBytes());
        assertEquals(TEXTS, texts(read));
    }

    @Test
    void anExecutorsRowsAreTheSameOnTheDriver() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(block());
        }
        try (ObjectInputStream in = new ObjectInputStream(
                new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(TEXTS, texts((RowBlock) in.readObject()));
        }
    }

    @Test
    void aBlockThatWasGivenUpTakesOtherRowsAndMemoryIsUsedAgain() {
        RowBlock block = block();
        block.clear();
        assertEquals(0, block.sizeBytes());
        assertEquals(List.of(), texts(block));
        byte[] given = RowChunks.take();
        RowChunks.give(given);
        assertSame(given, RowChunks.take());
        RowChunks.give(given);
        // Nothing is taken until the next call: then nothing is kept.
        RowChunks.keepAsUsed();
        RowChunks.keepAsUsed();
        assertNotSame(given, RowChunks.take());
    }
}
