package workshop.downloads;

/** What became of an order. Given; nothing to do here. */
public sealed interface Outcome {

  Order order();

  /** The file is there, whole. */
  record Saved(Order order) implements Outcome {}

  /** It is not, and {@code reason} says why: an error that no further attempt would mend. */
  record Failed(Order order, Throwable reason) implements Outcome {}

  /** Somebody stopped the run before it was. */
  record Stopped(Order order) implements Outcome {}
}
