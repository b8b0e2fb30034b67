package deltadesk.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashDrillTest {
    @TempDir
    private Path folder;
    private final List<Integer> exitCodes = new ArrayList<>();

    @Test
    void endsTheProcessOnceAtThePointThatIsNamed() throws IOException {
        Path orders = folder.resolve("orders");
        CrashDrill drill = new CrashDrill(orders, exitCodes::add);
        drill.visit("SILVER");
        Files.writeString(orders, "SILVER\n");
        drill.visit("BRONZE");
        assertEquals(List.of(), exitCodes);
        drill.visit("SILVER");
        assertEquals(List.of(137), exitCodes);
        assertFalse(Files.exists(orders));
        drill.visit("SILVER");
        assertEquals(List.of(137), exitCodes);
    }

    @Test
    void letsTheStepFailOnceWhenThatIsTheOrder() throws IOException {
        Path orders = Files.writeString(folder.resolve("orders"), "fail SILVER\n");
        CrashDrill drill = new CrashDrill(orders, exitCodes::add);
        drill.visit("BRONZE");
        assertThrows(IllegalStateException.class, () -> drill.visit("SILVER"));
        drill.visit("SILVER");
        assertEquals(List.of(), exitCodes);
    }

    @Test
    void doesNothingWithoutAFile() {
        new CrashDrill(null, exitCodes::add).visit("SILVER");
        assertEquals(List.of(), exitCodes);
    }
}
