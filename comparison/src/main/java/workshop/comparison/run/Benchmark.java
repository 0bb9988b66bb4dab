package workshop.comparison.run;

import workshop.comparison.result.Effort;

/** A measurement of one topic. */
@FunctionalInterface
public interface Benchmark {

  /**
   * Measures, on the calling thread, and records every value as soon as it is known: an interrupted
   * run keeps what was recorded. Blocks until all is measured and whatever was started for it is
   * gone again, also when it fails.
   *
   * @throws InterruptedException when the user has had enough
   * @throws Exception when the measurement fails; a program that is not installed is only a remark
   */
  void measure(Effort effort, Recorder recorder) throws Exception;
}
