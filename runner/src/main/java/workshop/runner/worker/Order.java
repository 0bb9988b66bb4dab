package workshop.runner.worker;

import java.util.List;
import java.util.Set;

/**
 * What a worker is asked to do.
 *
 * @param kind whether the answer matters
 * @param suite the suite's class
 * @param suiteFiles the names of the source files of the suite, and of what it uses: their lines
 *     are not the learner's
 * @param classes folders of compiled classes: the learner's and the suite's
 * @param busyMillis after so long on a processor within one test, code runs without end
 * @param quietMillis after so long without a test that ended, the suite is stuck
 * @param afterFailureMillis so long the other tests may take once one has failed
 * @param totalMillis after so long it is stopped, whatever it does
 * @param outputLimit how many characters of what the code prints are kept
 */
public record Order(
    Kind kind,
    String suite,
    Set<String> suiteFiles,
    List<String> classes,
    long busyMillis,
    long quietMillis,
    long afterFailureMillis,
    long totalMillis,
    int outputLimit) {

  /** Why a suite is run. */
  public enum Kind {
    /** To hear its verdict. */
    JUDGE,
    /** To have the classes loaded and compiled when the next order comes. */
    WARM_UP,
    /** Not to run one: the warm-up that runs is to end with the test that is under way. */
    ENOUGH,
    /** Not to run one: the one that runs is to be stopped. */
    STOP
  }

  /** Returns the order to stop what is being run, and to say where it was. */
  public static Order stop() {
    return wordless(Kind.STOP);
  }

  /** Returns the order to end a warm-up after the test that is under way: the worker is needed. */
  public static Order enough() {
    return wordless(Kind.ENOUGH);
  }

  private static Order wordless(Kind kind) {
    return new Order(kind, "", Set.of(), List.of(), 0, 0, 0, 0, 0);
  }

  public Order {
    suiteFiles = Set.copyOf(suiteFiles);
    classes = List.copyOf(classes);
  }
}
