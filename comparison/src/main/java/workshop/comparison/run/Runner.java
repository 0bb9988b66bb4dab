package workshop.comparison.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Question;
import workshop.comparison.result.Absent;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Machine;
import workshop.comparison.result.Results;

/** Has one question after the other measured. What was measured by then survives every end. */
public final class Runner {

  private final Effort effort;
  private final Progress progress;
  private final Stop stop;
  private final Supplier<Machine> machine;

  /**
   * Returns a runner.
   *
   * @param stop ends the run early
   * @param machine asked once, after the measurement, so that asking costs it nothing
   */
  public Runner(Effort effort, Progress progress, Stop stop, Supplier<Machine> machine) {
    this.effort = effort;
    this.progress = progress;
    this.stop = stop;
    this.machine = machine;
  }

  /**
   * Measures all questions, on the calling thread, and blocks until that is done or stopped. A
   * question that breaks keeps what it has noted, and one note says why it is not all.
   *
   * @param command what repeats this run, as typed
   * @return complete unless it was stopped or a question broke
   */
  public Results run(String command, List<Question> questions) {
    Instant started = Instant.now();
    long begin = System.nanoTime();
    List<Answer> answers = new ArrayList<>();
    Map<String, Absent> absent = new LinkedHashMap<>();
    for (Question question : questions) {
      if (stop.isWished()) {
        break;
      }
      progress.begin(answers.size() + 1, questions.size(), question.id());
      Notes notes = new Notes(progress::doing);
      answers.add(answer(question, notes));
      notes.absent().forEach(peer -> absent.putIfAbsent(peer.peer(), peer));
    }
    progress.end();
    boolean complete =
        answers.size() == questions.size() && answers.stream().allMatch(Answer::complete);
    return new Results(
        command,
        started,
        since(begin),
        complete,
        machine.get(),
        answers,
        List.copyOf(absent.values()));
  }

  private Answer answer(Question question, Notes notes) {
    long begin = System.nanoTime();
    boolean complete = false;
    try {
      if (effort != Effort.TRY) {
        Calm.look(notes);
      }
      question.measure(effort, notes);
      complete = true;
    } catch (InterruptedException e) {
      notes.note("Interrupted: what follows is what had been measured by then.");
    } catch (Exception e) {
      notes.note(
          stop.explains()
              ? "Interrupted: what follows is what had been measured by then."
              : "The measurement broke: " + reason(e));
    }
    return notes.answer(question, since(begin), complete);
  }

  /** The failure and what caused it, in one line. */
  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.toString() : failure + ", because of " + reason(cause);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
