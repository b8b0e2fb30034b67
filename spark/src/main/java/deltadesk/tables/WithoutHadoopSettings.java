package deltadesk.tables;

import java.net.URL;

/**
 * Hides Hadoop's files of settings, which are XML. Parquet asks a fresh configuration about
 * encryption for every file that it writes, and each one parses them all again: half of what it
 * takes to write a small file. The Kernel tells the writer what it needs; the rest has its defaults
 * in code.
 */
final class WithoutHadoopSettings extends ClassLoader {
    private static final ClassLoader OWN = WithoutHadoopSettings.class.getClassLoader();
    private static volatile WithoutHadoopSettings latest = new WithoutHadoopSettings(OWN);

    private WithoutHadoopSettings(ClassLoader parent) {
        super(parent);
    }

    /** Does some work on this thread that way; classes are found as before. */
    static void run(Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(hiding(before == null ? OWN : before));
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static ClassLoader hiding(ClassLoader parent) {
        WithoutHadoopSettings known = latest;
        if (known.getParent() != parent) {
            known = new WithoutHadoopSettings(parent);
            latest = known;
        }
        return known;
    }

    @Override
    public URL getResource(String name) {
        return name.endsWith(".xml") ? null : super.getResource(name);
    }
}
