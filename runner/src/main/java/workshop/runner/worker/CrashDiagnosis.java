package workshop.runner.worker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.TestResult;

/** Explains to a learner what ended a test, or the whole JVM, before its time. */
public final class CrashDiagnosis {

  private static final int RECURSION = 12;

  /** What the JDK says when the memory for direct buffers is full. */
  private static final String DIRECT = "direct buffer memory";

  /** What the testkit says about a class that it cannot instantiate. */
  private static final Pattern UNUSABLE =
      Pattern.compile(
          "java\\.lang\\.IllegalStateException: (?:[\\w$]+\\.)*([\\w$]+) must be a public class with"
              + " a public constructor without parameters.*");

  private static final String TODO = "java.lang.UnsupportedOperationException: TODO(";

  private CrashDiagnosis() {}

  /** Returns the report on code that ended its JVM with {@code call}, such as exit(1). */
  public static FailureReport ofExit(
      String call, List<StackTraceElement> frames, Set<String> suiteFiles) {
    return report(
        Diagnosis.observed(call + " was called" + at(line(frames, suiteFiles)) + ".")
            .means(
                "This ends the whole JVM, with every thread and every write in it. The tests could"
                    + " not continue, and neither could any other caller.")
            .nextStep("Return, or throw an exception, and let the caller decide what to do.")
            .readOn(Pitfall.AN_EARLY_EXIT.place()));
  }

  /** Returns the report on code that printed far too much. */
  public static FailureReport ofFlood(
      long bytes, List<StackTraceElement> frames, Set<String> suiteFiles) {
    return report(
        Diagnosis.observed(
                "Your code printed more than "
                    + (bytes >> 20)
                    + " MiB to standard output"
                    + at(line(frames, suiteFiles))
                    + ".")
            .means(
                "Printing that much takes longer than the work itself, and it hides every line that"
                    + " matters.")
            .nextStep("Remove the output, or look for a loop around that line that never ends."));
  }

  /** Returns the report on code that closed standard output. */
  public static FailureReport ofClosedOutput(
      List<StackTraceElement> frames, Set<String> suiteFiles) {
    return report(
        Diagnosis.observed("System.out was closed" + at(line(frames, suiteFiles)) + ".")
            .means(
                "Standard output belongs to the whole program. From now on, everything that the"
                    + " program prints is lost, without an error.")
            .nextStep(
                "Close only what you opened. If a writer wraps System.out, flush it instead of"
                    + " closing it."));
  }

  /** Returns the report on code that read standard input. */
  public static FailureReport ofInput(List<StackTraceElement> frames, Set<String> suiteFiles) {
    return report(
        Diagnosis.observed("System.in was read" + at(line(frames, suiteFiles)) + ".")
            .means("The thread waits until a user types something, and in a test no user does.")
            .nextStep("Use the file or the parameter that the task names."));
  }

  /**
   * Returns the report on a JVM that ended without a message.
   *
   * @param lastSeen the last known line of the code; empty if there is none
   */
  public static FailureReport ofSilence(int exitCode, String lastSeen) {
    return report(
        Diagnosis.observed(
                "The JVM that ran the tests ended in the middle, with exit code "
                    + exitCode
                    + lastSeen(lastSeen))
            .means(
                "The cause left no trace. It may be Runtime.halt, a crash in native code, or the"
                    + " operating system, which stops programs when memory runs out.")
            .nextStep("Check your last change, then run the exercise again."));
  }

  /** Returns the report on a JVM that had to be killed because it no longer answered. */
  public static FailureReport ofKill(long seconds, String lastSeen) {
    return report(
        Diagnosis.observed(
                "After "
                    + seconds
                    + " s the tests had not ended, and their JVM no longer answered"
                    + lastSeen(lastSeen))
            .means(
                "The JVM was too busy even to report what it was doing. The usual cause is an"
                    + " endless loop that fills the memory or starts threads.")
            .nextStep(
                lastSeen.isEmpty()
                    ? "Look for a loop that creates an object or a thread on every turn."
                    : "Look at the loop around that line. What must change for it to end?"));
  }

  private static String lastSeen(String where) {
    return where.isEmpty() ? "." : ". It was last seen at " + where + ".";
  }

  /** Returns the report on an error that stopped the test engine. */
  public static FailureReport ofError(Throwable error, String trace, Set<String> suiteFiles) {
    if (error instanceof OutOfMemoryError) {
      return ofMemory(trace, suiteFiles);
    }
    return report(
        Diagnosis.observed("The suite could not be run: " + error)
            .means("This is not a verdict on your code. The workshop or its environment is broken.")
            .nextStep("Try ./workshop doctor. If it finds no problem, please report this error.")
            .evidence("Stack trace", trace.strip()));
  }

  static FailureReport ofMemory(String trace, Set<String> suiteFiles) {
    if (headline(trace).contains(DIRECT)) {
      return ofDirectMemory(trace, suiteFiles);
    }
    return report(
        Diagnosis.observed(
                "The memory was full" + at(line(StackTraces.parse(trace), suiteFiles)) + ".")
            .means(
                "Tests run with a small heap on purpose. Either a buffer, a list or a queue grows"
                    + " without a limit. Or a loop never ends and stores something on every turn,"
                    + " such as the disk's record of an operation.")
            .nextStep(
                "Check that the loop around that line ends. Then keep only what you need at a time:"
                    + " a buffer of fixed size, a queue with a limit.")
            .readOn(Pitfall.A_FULL_HEAP.place()));
  }

  private static FailureReport ofDirectMemory(String trace, Set<String> suiteFiles) {
    return report(
        Diagnosis.observed(
                "The memory for direct buffers was full"
                    + at(line(StackTraces.parse(trace), suiteFiles))
                    + ".")
            .means(
                "A buffer from allocateDirect() lies outside the heap, in memory that is small here"
                    + " on purpose. That memory is freed only after the garbage collector has found"
                    + " the buffer unused.")
            .nextStep(
                "Reuse one buffer, with clear() in between, or take one from the heap, with"
                    + " allocate().")
            .readOn(Pitfall.A_FULL_HEAP.place()));
  }

  /** Returns the result with a report, if the error's own message does not explain enough. */
  public static TestResult explained(TestResult result, Set<String> suiteFiles) {
    String trace = result.trace();
    if (trace == null || result.report() != null) {
      return result;
    }
    if (trace.startsWith("java.lang.StackOverflowError")) {
      String beginning = String.join("\n", trace.lines().limit(RECURSION).toList());
      return with(result, ofStack(trace, suiteFiles), beginning);
    }
    if (trace.startsWith("java.lang.OutOfMemoryError")) {
      return with(result, ofMemory(trace, suiteFiles), trace);
    }
    return ofConstructor(result, trace, suiteFiles)
        .map(report -> with(result, report, trace))
        .orElse(result);
  }

  private static TestResult with(TestResult result, FailureReport report, String trace) {
    return new TestResult(
        result.name(), result.status(), result.millis(), report.toString(), trace, report);
  }

  /** Returns the report on a test that could not create the learner's object; else nothing. */
  private static Optional<FailureReport> ofConstructor(
      TestResult result, String trace, Set<String> suiteFiles) {
    Matcher unusable = UNUSABLE.matcher(headline(trace));
    if (unusable.matches()) {
      return Optional.of(
          report(
              Diagnosis.observed("The tests could not create a new " + unusable.group(1) + "().")
                  .means(
                      "Each test creates one. For that, the class must be public and not abstract,"
                          + " with a public constructor without parameters, as in the starter.")
                  .nextStep(
                      "Compare the first line of the class, and its constructors, with the"
                          + " starter's.")));
    }
    // Only the test's subject is created there, and none of the objects that its methods create.
    if (!trace.contains(Answer.class.getName() + ".of(") || trace.startsWith(TODO)) {
      return Optional.empty();
    }
    List<StackTraceElement> frames = StackTraces.parse(trace);
    return frames.stream()
        .filter(
            f -> StackTraces.isLearners(f, suiteFiles) && StackTraces.method(f).equals("<init>"))
        .reduce((inner, outer) -> outer)
        .map(made -> ofConstructor(made, result, line(frames, suiteFiles)));
  }

  private static FailureReport ofConstructor(
      StackTraceElement made, TestResult result, Optional<StackTraceElement> line) {
    String type = made.getClassName().substring(made.getClassName().lastIndexOf('.') + 1);
    return report(
        Diagnosis.observed(
                "The constructor of " + type + " failed" + at(line) + " with " + result.message())
            .means("Each test creates a new " + type + " first, so no test can run.")
            .nextStep(
                "Look at that line. Let the constructor only store its parameters, and move code"
                    + " that can fail into the methods."));
  }

  private static String headline(String trace) {
    return trace.lines().findFirst().orElse("");
  }

  private static FailureReport ofStack(String trace, Set<String> suiteFiles) {
    Optional<StackTraceElement> line = line(StackTraces.parse(trace), suiteFiles);
    String method = line.map(f -> StackTraces.method(f) + "()").orElse("a method");
    return report(
        Diagnosis.observed("The stack overflowed" + at(line) + ".")
            .means(method + " calls itself, directly or through others, and never stops.")
            .nextStep("Use a loop, or find the case in which the recursion should end.")
            .readOn(Pitfall.A_STACK_OVERFLOW.place()));
  }

  private static Optional<StackTraceElement> line(
      List<StackTraceElement> frames, Set<String> suiteFiles) {
    return frames.stream().filter(f -> StackTraces.isLearners(f, suiteFiles)).findFirst();
  }

  private static String at(Optional<StackTraceElement> line) {
    return line.map(f -> " at " + StackTraces.where(f)).orElse("");
  }

  private static FailureReport report(Diagnosis diagnosis) {
    return diagnosis.report();
  }
}
