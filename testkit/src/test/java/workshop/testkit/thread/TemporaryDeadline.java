package workshop.testkit.thread;

import org.jspecify.annotations.Nullable;

/**
 * Another deadline until it is closed: a short one for a test of what happens when it passes, a
 * long one where a busy machine may take its time.
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
