package workshop.disk;

/** Marks a thread while its file operations belong to the test. */
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
