package workshop.downloads;

import java.util.List;

/**
 * What became of each delivery of a run. Given; nothing to do here.
 *
 * @param outcomes one for each delivery, in their order
 */
public record Summary(List<Outcome> outcomes) {

  public Summary {
    outcomes = List.copyOf(outcomes);
  }

  /** Returns how many outcomes are of this kind. */
  public long count(Class<? extends Outcome> kind) {
    return outcomes.stream().filter(kind::isInstance).count();
  }

  /** Returns what the program ends with: 0 if every file is there, otherwise 1. */
  public int exitStatus() {
    return count(Outcome.Saved.class) == outcomes.size() ? 0 : 1;
  }

  /** Returns the counts on one line, and below a line for each one that failed. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            "%d files: %d saved, %d failed, %d stopped"
                .formatted(
                    outcomes.size(),
                    count(Outcome.Saved.class),
                    count(Outcome.Failed.class),
                    count(Outcome.Stopped.class)));
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Failed(Delivery delivery, Throwable reason)) {
        text.append("\n  ")
            .append(delivery.to().getFileName())
            .append(": ")
            .append(reason.getMessage());
      }
    }
    return text.toString();
  }
}
