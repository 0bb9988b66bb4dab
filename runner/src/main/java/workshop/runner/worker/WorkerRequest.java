package workshop.runner.worker;

import java.util.List;
import java.util.Set;

/**
 * A request to a worker.
 *
 * @param run the id of the run, for stopping it
 * @param suite the suite's class
 * @param suiteFiles the source files of the suite and its helpers, which are not the learner's
 * @param classes folders of compiled classes: the learner's and the suite's
 * @param busyMillis how long a test may use a processor in the learner's code
 * @param idleMillis how long a test may take while nothing in the JVM runs
 * @param quietMillis how long a test may take
 * @param afterFailureMillis how long the other tests may take after the first failure
 * @param totalMillis how long the suite may take
 * @param outputLimit how many bytes of the output are kept
 */
public record WorkerRequest(
    Kind kind,
    long run,
    String suite,
    Set<String> suiteFiles,
    List<String> classes,
    long busyMillis,
    long idleMillis,
    long quietMillis,
    long afterFailureMillis,
    long totalMillis,
    int outputLimit) {

  /** What the request is for. */
  public enum Kind {
    /** Run a suite and report the verdict. */
    JUDGE,
    /** Run a suite so that its classes are loaded and compiled for the next request. */
    WARM_UP,
    /** End the warm-up after its current test. */
    END_WARM_UP,
    /** Stop a run and report where it is. */
    STOP
  }

  /** Returns the request to stop a run, even one that has not begun yet. */
  public static WorkerRequest stop(long run) {
    return withoutSuite(Kind.STOP, run);
  }

  /** Returns the request to end a warm-up after its current test: the worker is needed. */
  public static WorkerRequest endWarmUp() {
    return withoutSuite(Kind.END_WARM_UP, 0);
  }

  private static WorkerRequest withoutSuite(Kind kind, long run) {
    return new WorkerRequest(kind, run, "", Set.of(), List.of(), 0, 0, 0, 0, 0, 0);
  }

  /** Returns the same request for another purpose. */
  public WorkerRequest as(Kind other) {
    return new WorkerRequest(
        other,
        run,
        suite,
        suiteFiles,
        classes,
        busyMillis,
        idleMillis,
        quietMillis,
        afterFailureMillis,
        totalMillis,
        outputLimit);
  }

  public WorkerRequest {
    suiteFiles = Set.copyOf(suiteFiles);
    classes = List.copyOf(classes);
  }
}
