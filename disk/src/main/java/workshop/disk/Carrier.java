package workshop.disk;

/**
 * Keeps the carrier of a virtual thread busy while the virtual thread waits.
 *
 * <p>A virtual thread that waits for a lock or a latch steps off its carrier, and another virtual
 * thread steps on. One that is inside a file operation of the operating system cannot. A wait that
 * stands for such an operation must not be kinder than the operation.
 *
 * <p>A virtual thread cannot step off while the JVM's own native code is on its stack, and the JVM
 * calls back into Java when it asks a class loader for a class. So the wait takes place inside a
 * class loader that was made for it.
 */
final class Carrier {

  private Carrier() {}

  /** Runs {@code wait} on the current thread; if that is a virtual one, its carrier waits too. */
  static void keepDuring(Runnable wait) {
    if (!Thread.currentThread().isVirtual()) {
      wait.run();
      return;
    }
    try {
      Class.forName(Carrier.class.getName(), false, new WaitingLoader(wait));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("the loader returns a class that it was made with", e);
    }
  }

  private static final class WaitingLoader extends ClassLoader {

    private final Runnable wait;

    WaitingLoader(Runnable wait) {
      super(null);
      this.wait = wait;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) {
      wait.run();
      return Carrier.class;
    }
  }
}
