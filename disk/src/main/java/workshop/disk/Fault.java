package workshop.disk;

import java.io.IOException;

/** Something that an operation meets on its way to the disk. */
interface Fault {

  /** In which order an operation meets them. */
  enum Kind {
    GATE,
    LATENCY,
    EFFECT,
    CLOSED_EARLY,
    FAULT,
    LIMIT
  }

  Kind kind();

  /** Runs on the thread that does the I/O; may wait; throws what the operation shall throw. */
  void meet(Operation operation) throws IOException;

  /** Returns an obstacle that does what {@code meeting} does. */
  static Fault of(Kind kind, Meeting meeting) {
    return new Fault() {
      @Override
      public Kind kind() {
        return kind;
      }

      @Override
      public void meet(Operation operation) throws IOException {
        meeting.meet(operation);
      }
    };
  }

  /** The deed of an obstacle. */
  @FunctionalInterface
  interface Meeting {
    void meet(Operation operation) throws IOException;
  }
}
