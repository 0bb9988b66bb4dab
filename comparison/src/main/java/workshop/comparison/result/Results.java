package workshop.comparison.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything that one run of the comparison found out.
 *
 * @param command what repeats this run, as typed
 * @param started when the run began
 * @param took how long it lasted
 * @param complete false if the run was interrupted: then the answers hold what was measured by then
 * @param machine where it was measured
 * @param absent the peers that could not take part, and how to get them
 */
public record Results(
    String command,
    Instant started,
    Duration took,
    boolean complete,
    Machine machine,
    List<Answer> answers,
    List<Absent> absent) {

  public Results {
    answers = List.copyOf(answers);
    absent = List.copyOf(absent);
  }
}
