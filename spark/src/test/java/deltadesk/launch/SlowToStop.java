package deltadesk.launch;

/** A program like the broker: says that it is up, and on exit does its work for some time. */
public final class SlowToStop {
    private SlowToStop() {}

    public static void main(String[] args) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("stopping");
            try {
                Thread.sleep(Long.parseLong(args[0]));
            } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
            }
            System.out.println("stopped");
        }));
        System.out.println("up " + args.length);
        Thread.currentThread().join();
    }
}
