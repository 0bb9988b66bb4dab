package workshop.comparison.single;

import java.util.List;
import java.util.Map;
import workshop.comparison.files.OneInFlight;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Notebook;
import workshop.comparison.question.Question;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Metric;
import workshop.comparison.result.Verdict;
import workshop.comparison.run.WorkFolder;

/** One small file is written and read back, and nothing else is going on: who is done first? */
public final class OneOperation implements Question {

  static final String TIME = "one-operation-time";
  static final String SMALL = "4 KiB";

  private static final Metric AVERAGE = new Metric("time of an operation", "µs", false);
  private static final Axis SIZE = new Axis(Axis.Kind.NAMES, "size of the file");

  @Override
  public String id() {
    return "one-operation";
  }

  @Override
  public String asks() {
    return "Write one file, then read it, with nothing else to do: is any technique faster?";
  }

  @Override
  public List<Verdict> verdicts(List<Figure> figures) {
    return List.of(NotFaster.verdict(figures));
  }

  @Override
  public List<Goal> goals(List<Figure> figures) {
    return List.of();
  }

  @Override
  public void measure(Effort effort, Notebook notebook) throws Exception {
    measure(Plan.of(effort), notebook);
  }

  /** All techniques take turns in each round: what disturbs the machine does not hit one alone. */
  static void measure(Plan plan, Notebook notebook) throws Exception {
    notes(plan, notebook);
    Notebook.Page page = notebook.figure(TIME, "One operation, page cache", AVERAGE, SIZE);
    try (WorkFolder work = WorkFolder.make("one-operation")) {
      Jmh jmh = new Jmh(plan, work.path());
      for (int round = 1; round <= plan.rounds(); round++) {
        for (Map.Entry<String, Contender> technique : OneInFlight.techniques().entrySet()) {
          Contender contender = technique.getValue();
          notebook.doing("round %d of %d: %s".formatted(round, plan.rounds(), contender.name()));
          jmh.turn(technique.getKey()).forEach(micros -> page.add(contender, SMALL, micros));
        }
      }
    }
  }

  private static void notes(Plan plan, Notebook notebook) {
    notebook.note(
        "One operation: open a file that has its full size already, write all of it in place, "
            + "close it, open it again, read it to its end, close it. The page cache answers.");
    notebook.note(
        "One caller starts an operation and waits for its end before it starts the next: nothing "
            + "is ever done beside it. What a technique costs here beyond blocking is, for the most "
            + "part, the way to another thread and back.");
    if (!plan.ownJvm()) {
      notebook.note("JMH measured within the JVM of the command: the numbers mean nothing.");
      return;
    }
    notebook.note(
        """
        JMH measures, and the average of an iteration is a run. Each technique has %d JVMs, one \
        after the other, each with %d ms to warm up and then %d iterations of %d ms. Runs of the \
        same JVM are closer to each other than those of two.\
        """
            .formatted(
                plan.rounds(),
                plan.warmUp().toMillis(),
                plan.iterations(),
                plan.iteration().toMillis()));
  }
}
