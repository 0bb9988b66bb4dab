package workshop.comparison.onefile;

import java.time.Duration;
import workshop.comparison.manyfiles.ManyFiles;
import workshop.comparison.manyfiles.OneInFlight;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Measure;
import workshop.comparison.run.Benchmark;
import workshop.comparison.run.Recorder;
import workshop.comparison.run.WorkFolder;

/** Writes one small file and reads it back while nothing else runs. JMH takes the time. */
public final class OneFile implements Benchmark {

  /**
   * How long to measure.
   *
   * @param forks how many turns each technique gets, each in a new JVM
   * @param ownJvm false to stay in this JVM, which is quicker but gives no useful numbers
   * @param warmUp before anything counts, in each turn
   * @param iterations how many iterations of a turn count; each is one run
   * @param iteration how long one iteration lasts
   */
  record Plan(int forks, boolean ownJvm, Duration warmUp, int iterations, Duration iteration) {

    static Plan of(Effort effort) {
      return switch (effort) {
        case TRY -> new Plan(1, false, Duration.ofMillis(10), 1, Duration.ofMillis(10));
        case QUICK -> new Plan(2, true, Duration.ofMillis(1000), 3, Duration.ofMillis(100));
        case FULL -> new Plan(5, true, Duration.ofSeconds(4), 4, Duration.ofMillis(500));
      };
    }
  }

  @Override
  public void measure(Effort effort, Recorder recorder) throws Exception {
    measure(Plan.of(effort), recorder);
  }

  /**
   * In each round, all techniques take turns, so that a disturbance of the machine does not affect
   * only one.
   */
  static void measure(Plan plan, Recorder recorder) throws Exception {
    try (WorkFolder work = WorkFolder.make("one-file")) {
      Jmh jmh = new Jmh(plan, work.path());
      for (int fork = 1; fork <= plan.forks(); fork++) {
        for (Contender contender : OneInFlight.TECHNIQUES) {
          recorder.doing("JVM %d of %d: %s".formatted(fork, plan.forks(), contender.label()));
          for (double micros : jmh.turn(contender.name())) {
            recorder.add(Measure.ONE_FILE, contender, ManyFiles.SMALL, micros);
          }
        }
      }
    }
  }
}
