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
 */
public record WorkerRequest(
    Kind kind,
    long run,
    String suite,
    Set<String> suiteFiles,
    List<String> classes,
    Limits limits) {

  /** The kind of request. */
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

  public WorkerRequest {
    suiteFiles = Set.copyOf(suiteFiles);
    classes = List.copyOf(classes);
  }

  /** Returns the request to stop a run, even one that has not begun yet. */
  public static WorkerRequest stop(long run) {
    return new WorkerRequest(Kind.STOP, run, "", Set.of(), List.of(), Limits.USUAL);
  }

  /** Returns the request to end a warm-up after its current test: the worker is needed. */
  public static WorkerRequest endWarmUp() {
    return new WorkerRequest(Kind.END_WARM_UP, 0, "", Set.of(), List.of(), Limits.USUAL);
  }
}
