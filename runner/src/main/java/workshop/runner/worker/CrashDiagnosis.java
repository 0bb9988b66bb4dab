package workshop.runner.worker;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.diagnosis.LearnerFrames;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.TestResult;

/** Explains to a learner what ended a test, or the whole JVM, prematurely. */
public record CrashDiagnosis(LearnersCode learners) {

  private static final int RECURSION = 12;

  /** The JDK's message when the memory for direct buffers is full. */
  private static final String DIRECT = "direct buffer memory";

  /** The testkit's message about a class that it cannot instantiate. */
  private static final Pattern UNUSABLE =
      Pattern.compile(
          "java\\.lang\\.IllegalStateException: (?:[\\w$]+\\.)*([\\w$]+) must be a public class"
              + " with a public constructor without parameters.*");

  private static final String TODO = "java.lang.UnsupportedOperationException: TODO(";

  /** Returns the report on code that ended its JVM with {@code call}, such as exit(1). */
  FailureReport ofExit(String call, List<StackTraceElement> frames) {
    return Diagnosis.observed(call + " was called" + learners.at(frames) + ".")
        .means(
            "This call ends the whole JVM, with all its threads and unfinished writes. Neither "
                + "the tests nor any other work of the program can continue.")
        .nextStep("Return, or throw an exception, and let the caller decide what to do.")
        .readOn(Pitfall.AN_EARLY_EXIT.place())
        .report();
  }

  /** Returns the report on code that must not use the standard streams in this way. */
  FailureReport ofMisuse(CapturedOutput.Misuse misuse, List<StackTraceElement> frames) {
    return switch (misuse) {
      case FLOODED ->
          Diagnosis.observed(
                  "Your code printed more than "
                      + (CapturedOutput.MOST >> 20)
                      + " MiB to standard output"
                      + learners.at(frames)
                      + ".")
              .means(
                  "Printing that much takes longer than the work itself, and hides the lines that"
                      + " matter.")
              .nextStep("Remove the output, or look for a loop around that line that never ends.")
              .report();
      case CLOSED ->
          Diagnosis.observed("System.out was closed" + learners.at(frames) + ".")
              .means(
                  "Standard output belongs to the whole program. From now on, everything that the"
                      + " program prints is lost, without an error.")
              .nextStep(
                  "Close only what you opened. If a writer wraps System.out, flush the writer "
                      + "instead of closing it.")
              .report();
      case INPUT_READ ->
          Diagnosis.observed("System.in was read" + learners.at(frames) + ".")
              .means(
                  "The thread waits until a user types a line. In a test or on a server, there is "
                      + "no user, so the thread waits forever.")
              .nextStep("Use the file or the parameter that the task mentions.")
              .report();
    };
  }

  /**
   * Returns the report on a JVM that ended without a message.
   *
   * @param lastLine the last known line of the code; empty if there is none
   */
  public static FailureReport ofSilence(int exitCode, String lastLine) {
    return Diagnosis.observed(
            "The JVM that ran the tests ended before they were done, with exit code "
                + exitCode
                + lastLine(lastLine))
        .means(
            "The JVM left no message about the cause, which may be Runtime.halt or a crash in "
                + "native code. The operating system may also have stopped the JVM because memory "
                + "ran out.")
        .nextStep("Check your last change, then run the exercise again.")
        .report();
  }

  /** Returns the report on a JVM that had to be killed because it had stopped responding. */
  public static FailureReport ofKill(long seconds, String lastLine) {
    return Diagnosis.observed(
            "After "
                + seconds
                + " s, the tests had not finished, and their JVM had stopped responding"
                + lastLine(lastLine))
        .means(
            "The JVM was too busy even to report what it was doing. The usual cause is an"
                + " endless loop that fills the memory or starts threads.")
        .nextStep(
            lastLine.isEmpty()
                ? "Look for a loop that creates an object or a thread on every turn."
                : "Look at the loop around that line. What must change for the loop to end?")
        .report();
  }

  private static String lastLine(String where) {
    return where.isEmpty() ? "." : ". Your code was last seen at " + where + ".";
  }

  /** Returns the report on an error that stopped the test engine. */
  FailureReport ofError(Throwable error, String trace) {
    return error instanceof OutOfMemoryError
        ? ofMemory(trace)
        : Diagnosis.observed("The suite could not be run: " + error)
            .means("This is not a verdict on your code. The workshop or its environment is broken.")
            .nextStep(
                "Run ./workshop doctor. If the doctor finds no problem, please report this "
                    + "error.")
            .evidence("Stack trace", trace.strip())
            .report();
  }

  private FailureReport ofMemory(String trace) {
    String at = learners.at(StackTraces.parse(trace));
    Diagnosis diagnosis =
        trace.lines().findFirst().orElse("").contains(DIRECT)
            ? Diagnosis.observed("The memory for direct buffers was full" + at + ".")
                .means(
                    "A buffer from allocateDirect() is outside the heap, in memory that is small"
                        + " here on purpose. That memory is freed only after the garbage collector"
                        + " has found the buffer unused.")
                .nextStep(
                    "Reuse one buffer and call clear() before each use, or create it with "
                        + "allocate(), on the heap.")
            : Diagnosis.observed("The memory was full" + at + ".")
                .means(
                    "Tests run with a small heap on purpose. A buffer, a list or a queue grows "
                        + "without a limit, or an endless loop fills the memory, for example with "
                        + "the record of the disk operations.")
                .nextStep(
                    "Check that the loop around that line ends. Then keep only what you need at "
                        + "the moment, in a buffer of fixed size or a queue with a limit.");
    return diagnosis.readOn(Pitfall.A_FULL_HEAP.place()).report();
  }

  /** Returns the result with a report, if the error's own message does not explain enough. */
  public TestResult explained(TestResult result) {
    String trace = result.trace();
    if (trace == null || result.report() != null) {
      return result;
    }
    if (trace.startsWith("java.lang.StackOverflowError")) {
      String beginning = String.join("\n", trace.lines().limit(RECURSION).toList());
      return with(result, ofStack(trace), beginning);
    }
    if (trace.startsWith("java.lang.OutOfMemoryError")) {
      return with(result, ofMemory(trace), trace);
    }
    return ofConstructor(result, trace).map(report -> with(result, report, trace)).orElse(result);
  }

  private static TestResult with(TestResult result, FailureReport report, String trace) {
    return new TestResult(
        result.name(), result.status(), result.millis(), report.toString(), trace, report);
  }

  /**
   * Returns the report on a test that could not create the learner's object; empty for any other
   * test.
   */
  private Optional<FailureReport> ofConstructor(TestResult result, String trace) {
    Matcher unusable = UNUSABLE.matcher(trace.lines().findFirst().orElse(""));
    if (unusable.matches()) {
      return Optional.of(
          Diagnosis.observed("The tests could not create a new " + unusable.group(1) + "().")
              .means(
                  "Each test creates an object of this class. Therefore, the class must be public "
                      + "and not abstract, with a public constructor without parameters, as in "
                      + "the starter.")
              .nextStep(
                  "Compare the first line of the class and its constructors with those of the"
                      + " starter.")
              .report());
    }
    // Only the object under test is created there, and none of the objects that its methods create.
    if (!trace.contains(Answer.class.getName() + ".of(") || trace.startsWith(TODO)) {
      return Optional.empty();
    }
    List<StackTraceElement> frames = StackTraces.parse(trace);
    return frames.stream()
        .filter(f -> learners.contains(f) && f.getMethodName().equals("<init>"))
        .reduce((inner, outer) -> outer)
        .map(made -> {
          String type = made.getClassName().substring(made.getClassName().lastIndexOf('.') + 1);
          return Diagnosis.observed(
                  "The constructor of "
                      + type
                      + " failed"
                      + learners.at(frames)
                      + " with "
                      + result.message())
              .means("Each test creates a new " + type + " first, so no test can run.")
              .nextStep(
                  "Check that line. The constructor should only store its parameters. Move code"
                      + " that can fail into the methods.")
              .report();
        });
  }

  private FailureReport ofStack(String trace) {
    List<StackTraceElement> frames = StackTraces.parse(trace);
    String method =
        learners.line(frames).map(f -> LearnerFrames.method(f) + "()").orElse("a method");
    return Diagnosis.observed("The stack overflowed" + learners.at(frames) + ".")
        .means(method + " calls itself, directly or through others, and never stops.")
        .nextStep("Use a loop, or find the case in which the recursion should end.")
        .readOn(Pitfall.A_STACK_OVERFLOW.place())
        .report();
  }
}
