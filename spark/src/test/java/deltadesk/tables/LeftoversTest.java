package deltadesk.tables;

import static deltadesk.tables.SampleTables.EVERY_TYPE;
import static deltadesk.tables.SampleTables.row;
import static deltadesk.tables.SampleTables.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir private Path temporary;

    private Path file(DataFile file) {
        return file.in(temporary.resolve("gold").resolve("t"));
    }

    @Test
    void filesThatACrashLeftWithoutACommitGoAndNoOthers() throws Exception {
        List<Path> committed = new ArrayList<>();
        Path left;
        try (Lake lake = Lake.open(temporary)) {
            DeltaTable table = lake.table("gold.t", EVERY_TYPE);
            for (int version = 0; version < 5; version++) {
                table.replace("query", version, rows(row("a b", version)));
                table.dataFiles().forEach(each -> committed.add(file(each)));
            }
            left = file(table.fileWriter().write(rows(row("a b", 9))).get(0));
        }
        try (Lake lake = Lake.open(temporary)) {
            DeltaTable table = lake.table("gold.t", EVERY_TYPE);
            // Under the clock that was set back, replaced files and one under way look as young.
            FileTime young = Files.getLastModifiedTime(left);
            Files.setLastModifiedTime(committed.get(0), young);
            while (System.currentTimeMillis() <= young.toMillis()) {
                Thread.onSpinWait();
            }
            Leftovers leftovers = table.upkeep().leftovers();
            List<DataFile> underWay = table.fileWriter().write(rows(row("a b", 10)));
            Files.setLastModifiedTime(file(underWay.get(0)), young);
            leftovers.find();
            table.replaceFiles("query", 4, 5, table.dataFiles(), underWay);
            table.replace("query", 6, rows(row("a b", 11)));
            committed.add(file(underWay.get(0)));
            table.dataFiles().forEach(each -> committed.add(file(each)));
            assertEquals(1, leftovers.delete());
            assertFalse(Files.exists(left));
            committed.forEach(each -> assertTrue(Files.exists(each), each.toString()));
            leftovers.find();
            assertEquals(0, leftovers.delete());
        }
    }
}
