package workshop.downloads;

import java.util.List;

/**
 * How each download of a run ended. Given; nothing to do here.
 *
 * @param outcomes one for each download, in the order of the downloads
 */
public record Summary(List<Outcome> outcomes) {

  public Summary {
    outcomes = List.copyOf(outcomes);
  }

  /** Returns how many outcomes are of this kind. */
  public long count(Class<? extends Outcome> kind) {
    return outcomes.stream().filter(kind::isInstance).count();
  }

  /** Returns the exit status of a program: 0 if every file is there, otherwise 1. */
  public int exitStatus() {
    return count(Outcome.Saved.class) == outcomes.size() ? 0 : 1;
  }

  /** Returns a line with the counts, then a line for each download that failed. */
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
      if (outcome instanceof Outcome.Failed(Download download, Throwable reason)) {
        text.append("\n  ")
            .append(download.to().getFileName())
            .append(": ")
            .append(reason.getMessage());
      }
    }
    return text.toString();
  }
}
