package workshop.runner.judge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import workshop.runner.course.Exercise;
import workshop.runner.worker.WorkerRequest;

/**
 * How long a suite may take, and how much of its output is kept.
 *
 * @param busy how long a test may use a processor in the learner's code, which should wait and not
 *     compute
 * @param idle how long a test may take while no thread of the JVM runs; longer than the testkit
 *     waits, because the testkit explains more
 * @param quiet how long a test may take
 * @param afterFailure how long the other tests may take after the first failure, because the
 *     learner can already work on that one
 * @param total how long the suite may take
 * @param grace how long a worker that is over time may take to report where it was
 * @param output how many bytes of the output are kept
 */
public record Limits(
    Duration busy,
    Duration idle,
    Duration quiet,
    Duration afterFailure,
    Duration total,
    Duration grace,
    int output) {

  public static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(6),
          Duration.ofSeconds(15),
          Duration.ofSeconds(3),
          Duration.ofSeconds(60),
          Duration.ofSeconds(3),
          16 * 1024);

  /** Returns the same limits, except that all tests run even after a failure, as for grading. */
  public Limits toTheEnd() {
    return new Limits(busy, idle, quiet, total, total, grace, output);
  }

  /** Returns the request to judge an exercise within these limits, in a run with that id. */
  WorkerRequest request(long run, Exercise exercise, List<Path> classes) {
    return new WorkerRequest(
        WorkerRequest.Kind.JUDGE,
        run,
        exercise.suiteClass(),
        exercise.suiteFiles(),
        classes.stream().map(Path::toString).toList(),
        busy.toMillis(),
        idle.toMillis(),
        quiet.toMillis(),
        afterFailure.toMillis(),
        total.toMillis(),
        output);
  }
}
