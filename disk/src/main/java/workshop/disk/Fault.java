package workshop.disk;

import java.io.IOException;

/** What a rule does to an operation on its way to the disk. */
record Fault(Kind kind, Effect effect) {

  /** The order in which the faults of one operation take effect. */
  enum Kind {
    GATE,
    LATENCY,
    EFFECT,
    CLOSED_EARLY,
    FAULT,
    LIMIT
  }

  /**
   * Runs on the thread that does the I/O. May wait, or throw the exception that the operation
   * should throw.
   */
  @FunctionalInterface
  interface Effect {
    void on(Operation operation) throws IOException;
  }
}
