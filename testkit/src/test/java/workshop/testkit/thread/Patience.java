package workshop.testkit.thread;

import org.jspecify.annotations.Nullable;

/**
 * Shortens the deadline until it is closed, for a test of what happens when it passes. Everything
 * that has to come in time must have come before.
 */
final class Patience implements AutoCloseable {

  private final @Nullable String before = System.getProperty(Deadline.PROPERTY);

  private Patience(String seconds) {
    System.setProperty(Deadline.PROPERTY, seconds);
  }

  static Patience of(String seconds) {
    return new Patience(seconds);
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
