package workshop.runner.worker;

/**
 * How long a suite may take, and how much of its output is kept.
 *
 * @param busyMillis how long a test may use a processor in the learner's code, which should mostly
 *     wait
 * @param idleMillis how long a test may take while no thread of the JVM runs; longer than the
 *     testkit waits, because the testkit explains more
 * @param quietMillis how long a test may take
 * @param afterFailureMillis how long the other tests may take after the first failure, because the
 *     learner can already work on that one
 * @param totalMillis how long the suite may take
 * @param graceMillis how long a worker that is over time may take to report where it was
 * @param outputBytes how much of the output is kept
 */
public record Limits(
    long busyMillis,
    long idleMillis,
    long quietMillis,
    long afterFailureMillis,
    long totalMillis,
    long graceMillis,
    int outputBytes) {

  private static final long DEMO_MILLIS = 600_000;

  public static final Limits USUAL =
      new Limits(5_000, 6_000, 15_000, 3_000, 60_000, 3_000, 16 * 1024);

  /** Returns the same limits for code that is known to end, however slow the disk is. */
  public Limits forDemos() {
    return new Limits(
        busyMillis,
        idleMillis,
        DEMO_MILLIS,
        afterFailureMillis,
        DEMO_MILLIS,
        graceMillis,
        outputBytes);
  }

  /** Returns the same limits, except that all tests run even after a failure, as for grading. */
  public Limits toTheEnd() {
    return new Limits(
        busyMillis, idleMillis, quietMillis, totalMillis, totalMillis, graceMillis, outputBytes);
  }
}
