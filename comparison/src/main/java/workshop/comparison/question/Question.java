package workshop.comparison.question;

import java.util.List;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Verdict;

/** One thing that the comparison wants to know: how it is measured, and what follows from it. */
public interface Question {

  /** What {@code --only} takes, such as "write-then-read". */
  String id();

  /** The question as a sentence. */
  String asks();

  /**
   * Measures, on the calling thread, and notes every value as soon as it is there: a run that is
   * interrupted keeps what has been noted. Blocks until all is measured and whatever was started
   * for it, threads, servers, processes, files, is gone again, also when it fails.
   *
   * @throws InterruptedException when the user has had enough
   * @throws Exception when the measurement itself is broken; what could not take part for lack of a
   *     program is {@linkplain Notebook#absent noted}, not thrown
   */
  void measure(Effort effort, Notebook notebook) throws Exception;

  /** What follows from the figures, by a rule that the verdict states. Computes only. */
  List<Verdict> verdicts(List<Figure> figures);

  /** What our own techniques were to reach, and did or did not. Computes only. */
  List<Goal> goals(List<Figure> figures);
}
