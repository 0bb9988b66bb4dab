package workshop.comparison.run;

import workshop.comparison.result.Contender;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Measure;

/** Records one value, then does what the test says. */
public record FakeBenchmark(Action action) implements Benchmark {

  /** The code that a test lets it run. */
  public interface Action {
    void run() throws Exception;
  }

  @Override
  public void measure(Effort effort, Recorder recorder) throws Exception {
    recorder.doing("something");
    recorder.add(Measure.ONE_FILE, Contender.IN_TURN, "here", 1);
    action.run();
  }
}
