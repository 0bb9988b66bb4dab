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

/** Writes one small file and reads it back with nothing else to do; JMH takes the time. */
public final class OneFile implements Benchmark {

  /**
   * How long is measured.
   *
   * @param forks how often each technique has its turn, each time in a new JVM
   * @param ownJvm false to stay in this JVM, which is quicker and measures nothing of worth
   * @param warmUp before anything counts, in each turn
   * @param iterations of a turn that count, each of which is a run
   * @param iteration how long one of them lasts
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

  /** All techniques take turns in each round: what disturbs the machine does not hit one alone. */
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
