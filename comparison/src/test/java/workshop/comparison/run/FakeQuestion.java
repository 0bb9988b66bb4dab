package workshop.comparison.run;

import java.util.List;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Notebook;
import workshop.comparison.question.Question;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Metric;
import workshop.comparison.result.Verdict;

/** Notes one value, and then does what the test wants. */
public record FakeQuestion(String id, Then then) implements Question {

  /** What happens after the value has been noted. */
  public interface Then {
    void happens() throws Exception;
  }

  @Override
  public String asks() {
    return "Is this a question?";
  }

  @Override
  public void measure(Effort effort, Notebook notebook) throws Exception {
    notebook
        .figure("f", "F", new Metric("time", "ms", false), new Axis(Axis.Kind.NAMES, "n"))
        .add(new Contender("c", Contender.Kind.TECHNIQUE, "how"), "here", 1);
    then.happens();
  }

  @Override
  public List<Verdict> verdicts(List<Figure> figures) {
    return List.of();
  }

  @Override
  public List<Goal> goals(List<Figure> figures) {
    return List.of();
  }
}
