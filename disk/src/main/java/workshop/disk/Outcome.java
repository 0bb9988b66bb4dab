package workshop.disk;

/** How an operation ended, if it has. */
public sealed interface Outcome {

  /** It has not ended: it stands at a gate, takes its time, or is on the disk. */
  record InFlight() implements Outcome {}

  /** It came back without an error, which includes short reads and partial writes. */
  record Done() implements Outcome {}

  /** It threw {@code error}, whether the disk made it or a {@link Rule} did. */
  record Failed(Throwable error) implements Outcome {}
}
