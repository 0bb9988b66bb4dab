package workshop.disk;

/** Marks a thread while it does the test's own file operations, which are not recorded. */
final class Unrecorded {

  private static final ScopedValue<Boolean> NOW = ScopedValue.newInstance();

  private Unrecorded() {}

  static boolean now() {
    return NOW.isBound();
  }

  static void run(Runnable action) {
    ScopedValue.where(NOW, true).run(action);
  }
}
