package deltadesk.tables;

/** Looks on while a vacuum reads the log, then while it deletes; ends it by an exception. */
@FunctionalInterface
public interface VacuumWatch {
    /** Called very often. */
    void reached(long done, long of);
}
