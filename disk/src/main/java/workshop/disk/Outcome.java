package workshop.disk;

/** How an operation has ended, if it has. */
public sealed interface Outcome {

  /** It has not ended. */
  record InFlight() implements Outcome {}

  /** It ended without an error, perhaps as a short read or a partial write. */
  record Done() implements Outcome {}

  /** It threw {@code error}, which comes from the disk or from a {@link Rule}. */
  record Failed(Throwable error) implements Outcome {}
}
