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

/** Tells in words of a learner what ended a test, or the whole JVM, out of turn. */
public final class CrashDiagnosis {

  private static final int RECURSION = 12;

  /** What the JDK says when no more fits outside the heap. */
  private static final String DIRECT = "direct buffer memory";

  /** What the testkit says of a class that it cannot make an object of. */
  private static final Pattern UNUSABLE =
      Pattern.compile(
          "java\\.lang\\.IllegalStateException: (?:[\\w$]+\\.)*([\\w$]+) must be a public class with"
              + " a public constructor without parameters.*");

  private static final String TODO = "java.lang.UnsupportedOperationException: TODO(";

  private CrashDiagnosis() {}

  /** Returns the report on code that ended the JVM itself, with {@code call} such as exit(1). */
  public static FailureReport ofExit(
      String call, List<StackTraceElement> frames, Set<String> suiteFiles) {
    return report(
        Diagnosis.observed(call + " was called" + at(line(frames, suiteFiles)) + ".")
            .means(
                "It ends the whole JVM, with every thread and every write in it: no test could go"
                    + " on, and no caller could either.")
            .nextStep(
                "Return, or throw an exception: let the caller decide what an error leads to.")
            .readOn(Pitfall.AN_EARLY_EXIT.place()));
  }

  /** Returns the report on code that printed more than anybody reads. */
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
                "A terminal or a log is slow: printing that much takes longer than the work itself,"
                    + " and hides every line that matters.")
            .nextStep("Remove the output, or look for a loop around that line that does not end."));
  }

  /** Returns the report on code that closed standard output. */
  public static FailureReport ofClosedOutput(
      List<StackTraceElement> frames, Set<String> suiteFiles) {
    return report(
        Diagnosis.observed("System.out was closed" + at(line(frames, suiteFiles)) + ".")
            .means(
                "Standard output belongs to the whole program. From here on, every line that any"
                    + " code prints is lost, without an error.")
            .nextStep(
                "Close only what you opened. Flush a writer around System.out instead of closing"
                    + " it."));
  }

  /** Returns the report on code that read standard input. */
  public static FailureReport ofInput(List<StackTraceElement> frames, Set<String> suiteFiles) {
    return report(
        Diagnosis.observed("System.in was read" + at(line(frames, suiteFiles)) + ".")
            .means("The call waits until someone types something, and the thread waits with it.")
            .nextStep("Take the content from the file or the parameter that the task names."));
  }

  /**
   * Returns the report on a JVM that is gone without a word.
   *
   * @param lastSeen where the code was when it was last heard of; empty if it never was
   */
  public static FailureReport ofSilence(int exitCode, String lastSeen) {
    return report(
        Diagnosis.observed(
                "The JVM that ran the tests ended in the middle, with exit code "
                    + exitCode
                    + lastSeen(lastSeen))
            .means(
                "Something stopped it that could not be seen: Runtime.halt, a crash in native code,"
                    + " or the operating system, short of memory.")
            .nextStep("Look at your last change first; then run it again."));
  }

  /** Returns the report on a JVM that had to be killed, since it said nothing any more. */
  public static FailureReport ofKill(long seconds, String lastSeen) {
    return report(
        Diagnosis.observed(
                "After "
                    + seconds
                    + " s the tests had not ended, and their JVM did not answer any more"
                    + lastSeen(lastSeen))
            .means(
                "It was too busy even to say what it was doing. Most often that is a loop without"
                    + " end that fills the memory or starts threads.")
            .nextStep(
                lastSeen.isEmpty()
                    ? "Look for a loop that creates something on every turn."
                    : "Look at the loop around that line: what must change for it to end?"));
  }

  private static String lastSeen(String where) {
    return where.isEmpty() ? "." : ". It was last seen at " + where + ".";
  }

  /** Returns the report on an error that the test engine gave up at. */
  public static FailureReport ofError(Throwable error, String trace, Set<String> suiteFiles) {
    if (error instanceof OutOfMemoryError) {
      return ofMemory(trace, suiteFiles);
    }
    return report(
        Diagnosis.observed("The suite could not be run: " + error)
            .means("This is no verdict on your code; something around it is broken.")
            .nextStep("Try ./workshop doctor. If all is well there, please report this.")
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
                "Tests run with a small heap, on purpose. Something grows without bound: a buffer,"
                    + " a list, a queue; or a loop never ends and leaves something behind on every"
                    + " turn, be it only the disk's record of an operation.")
            .nextStep(
                "See whether the loop around that line ends. Then hold only what is needed at a"
                    + " time: a buffer of fixed size, a bounded queue.")
            .readOn(Pitfall.A_FULL_HEAP.place()));
  }

  private static FailureReport ofDirectMemory(String trace, Set<String> suiteFiles) {
    return report(
        Diagnosis.observed(
                "The memory for direct buffers was full"
                    + at(line(StackTraces.parse(trace), suiteFiles))
                    + ".")
            .means(
                "What allocateDirect() returns lies outside the heap, in a space that is small here,"
                    + " on purpose. It is given back only after nobody holds the buffer any more.")
            .nextStep(
                "Use one buffer again and again, with clear() in between; or one on the heap, with"
                    + " allocate().")
            .readOn(Pitfall.A_FULL_HEAP.place()));
  }

  /** Returns the result with a report that explains, where the error's own message would not. */
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

  /** Returns the report on a test whose subject could not even be made; else nothing. */
  private static Optional<FailureReport> ofConstructor(
      TestResult result, String trace, Set<String> suiteFiles) {
    Matcher unusable = UNUSABLE.matcher(headline(trace));
    if (unusable.matches()) {
      return Optional.of(
          report(
              Diagnosis.observed("The tests could not make a new " + unusable.group(1) + "().")
                  .means(
                      "Each test begins with one. That takes a public class, not abstract, with a"
                          + " public constructor without parameters, as the starter had it.")
                  .nextStep(
                      "Compare the first line of the class, and its constructors, with that.")));
    }
    // What a test needs is made there, and nothing of what the methods make.
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
                "Making a new " + type + "() ended" + at(line) + " with " + result.message())
            .means("Each test begins with a new one; without it, none can begin.")
            .nextStep(
                "Begin at that line. A constructor is best left to keep what it is given: what can"
                    + " fail belongs in the methods."));
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
            .nextStep("Use a loop, or find the case in which the recursion must end.")
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
