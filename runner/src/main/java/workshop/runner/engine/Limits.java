package workshop.runner.engine;

import java.time.Duration;

/**
 * How long a suite may take, and how much it may print.
 *
 * @param busy the longest time that one test may keep a processor busy with a learner's code; tests
 *     here wait, they do not compute
 * @param quiet the longest time without a test that ended; more than the testkit's own waits, which
 *     say more
 * @param afterFailure so long the other tests may take once one has failed: whoever looks on has
 *     something to mend already
 * @param total the longest time for all tests
 * @param grace how long a worker that is over time has for saying where it was
 * @param output how many bytes of what the code prints are kept
 */
public record Limits(
    Duration busy,
    Duration quiet,
    Duration afterFailure,
    Duration total,
    Duration grace,
    int output) {

  public static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(3),
          16 * 1024);

  /** Returns the same, for those who want to hear every test out, such as graders. */
  public Limits toTheEnd() {
    return new Limits(busy, quiet, total, total, grace, output);
  }
}
