package workshop.runner.watch;

import workshop.runner.core.Source;

/**
 * A learner's file at one instant.
 *
 * @param text what stands in it; empty if it is missing
 */
public record Draft(String text, Source source) {

  boolean sameTextAs(Draft other) {
    return source.equals(other.source);
  }
}
