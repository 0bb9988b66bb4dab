package workshop.comparison.result;

import java.time.Duration;
import java.util.List;

/**
 * What a question's measurement found.
 *
 * @param question the identifier that {@code --only} takes, such as "static-files"
 * @param asks the question itself, as a sentence
 * @param figures in the order in which they are to be read
 * @param verdicts what follows from the figures, each by a stated rule
 * @param goals what our own techniques were to reach, and whether they did
 * @param notes sentences that a reader needs in order not to be misled: what was cached, what the
 *     load generator cost, what a number does not say
 * @param complete false if the measurement was interrupted
 */
public record Answer(
    String question,
    String asks,
    List<Figure> figures,
    List<Verdict> verdicts,
    List<Goal> goals,
    List<String> notes,
    Duration took,
    boolean complete) {

  public Answer {
    figures = List.copyOf(figures);
    verdicts = List.copyOf(verdicts);
    goals = List.copyOf(goals);
    notes = List.copyOf(notes);
  }
}
