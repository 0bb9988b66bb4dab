package workshop.testkit.thread;

import org.jspecify.annotations.Nullable;

/**
 * Replaces the deadline until it is closed: with a short one to test what happens when it passes,
 * or with a long one for tests that take long on a busy machine.
 */
final class TemporaryDeadline implements AutoCloseable {

  private final @Nullable String before = System.getProperty(Deadline.PROPERTY);

  private TemporaryDeadline(String seconds) {
    System.setProperty(Deadline.PROPERTY, seconds);
  }

  static TemporaryDeadline of(String seconds) {
    return new TemporaryDeadline(seconds);
  }

  @Override
  public void close() {
    if (before == null) {
      System.clearProperty(Deadline.PROPERTY);
    } else {
      System.setProperty(Deadline.PROPERTY, before);
    }
  }
}
