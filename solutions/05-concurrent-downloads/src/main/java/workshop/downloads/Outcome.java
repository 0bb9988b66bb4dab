package workshop.downloads;

/** What became of a delivery. Given; nothing to do here. */
public sealed interface Outcome {

  Delivery delivery();

  /** The file is there, whole. */
  record Saved(Delivery delivery) implements Outcome {}

  /** It is not, and {@code reason} says why: an error that no further attempt would mend. */
  record Failed(Delivery delivery, Throwable reason) implements Outcome {}

  /** Somebody stopped the run before it was. */
  record Stopped(Delivery delivery) implements Outcome {}
}
