package deltadesk.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class WithoutHadoopSettingsTest {
    private static final String SETTING = "hadoop.tmp.dir";

    @Test
    void aFreshConfigurationIsEmptyThereAndNowhereElse() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        assertNotNull(new Configuration().get(SETTING));
        WithoutHadoopSettings.run(() -> {
            assertNull(new Configuration().get(SETTING));
            assertEquals(0, new Configuration().size());
        });
        assertSame(before, Thread.currentThread().getContextClassLoader());
        assertNotNull(new Configuration().get(SETTING));
    }

    @Test
    void classesAreFoundAsBeforeAndAFailureLeavesNothingBehind() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        assertThrows(IllegalStateException.class, () -> WithoutHadoopSettings.run(() -> {
            ClassLoader hiding = Thread.currentThread().getContextClassLoader();
            assertSame(WithoutHadoopSettingsTest.class, found(hiding));
            throw new IllegalStateException("the disk is full");
        }));
        assertSame(before, Thread.currentThread().getContextClassLoader());
    }

    private static Class<?> found(ClassLoader loader) {
        try {
            return Class.forName(WithoutHadoopSettingsTest.class.getName(), false, loader);
        } catch (ClassNotFoundException absent) {
            throw new AssertionError(absent);
        }
    }
}
