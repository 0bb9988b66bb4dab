package workshop.disk;

/**
 * Pins a virtual thread to its carrier while it waits, as a real file operation does. A virtual
 * thread that waits for a lock or a latch would be unmounted.
 *
 * <p>A virtual thread stays mounted while native code of the JVM is on its stack. The JVM calls
 * back from native code when it asks a class loader for a class. So the wait runs inside a class
 * loader.
 */
final class Carrier {

  private Carrier() {}

  /** Runs {@code wait} on the current thread. If that is virtual, its carrier waits as well. */
  static void keepDuring(Runnable wait) {
    if (!Thread.currentThread().isVirtual()) {
      wait.run();
      return;
    }
    try {
      Class.forName(Carrier.class.getName(), false, new WaitingLoader(wait));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("the loader always returns this class", e);
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
