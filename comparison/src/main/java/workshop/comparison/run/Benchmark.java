package workshop.comparison.run;

import workshop.comparison.result.Effort;

/** A measurement of one topic. */
@FunctionalInterface
public interface Benchmark {

  /**
   * Measures on the calling thread, and records every value as soon as it is known, so that an
   * interrupted run keeps its values. Blocks until everything is measured and all programs that it
   * started have ended, even if it fails.
   *
   * @throws InterruptedException if the user stops the measurement
   * @throws Exception if the measurement fails; a program that is not installed is only a remark
   */
  void measure(Effort effort, Recorder recorder) throws Exception;
}
