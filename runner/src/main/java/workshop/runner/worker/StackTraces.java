package workshop.runner.worker;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.testkit.diagnosis.LearnerFrames;

/** Reads printed stack traces, and shows frames. */
public final class StackTraces {

  /** The name of the class loader that has the learner's classes and the suite. */
  static final String EXERCISE = "exercise";

  /** Longer lines are messages, which would be slow to match. */
  private static final int LONGEST = 2000;

  private static final Pattern FRAME =
      Pattern.compile(
          "\\s*at (?:(?<loader>[^/()]*)/(?!0x)(?:[^/()]*/)?)?"
              + "(?<type>[\\w.$]+(?:/0x[0-9a-f]+)?)\\.(?<method>[\\w$<>]+)"
              + "\\((?<file>[^:()]*)(?::(?<line>\\d+))?\\)");

  private StackTraces() {}

  /** Returns the frames of a printed stack trace, up to its first cause. */
  public static List<StackTraceElement> parse(String trace) {
    return trace
        .lines()
        .takeWhile(line -> !line.startsWith("Caused by:"))
        .filter(line -> line.length() <= LONGEST)
        .map(FRAME::matcher)
        .filter(Matcher::matches)
        .map(StackTraces::frame)
        .toList();
  }

  private static StackTraceElement frame(Matcher frame) {
    String line = frame.group("line");
    return new StackTraceElement(
        frame.group("loader"),
        null,
        null,
        frame.group("type"),
        frame.group("method"),
        frame.group("file"),
        line == null ? -1 : Integer.parseInt(line));
  }

  /** Returns the line and its method, such as {@code Offload.java:23, in load()}. */
  static String place(StackTraceElement frame) {
    return LearnerFrames.place(frame) + ", in " + LearnerFrames.method(frame) + "()";
  }

  /** Returns the class and method of a frame, such as {@code Future.get}, without the package. */
  static String call(StackTraceElement frame) {
    String type = frame.getClassName();
    String simple = type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$\\$Lambda.*", "");
    return simple.replace('$', '.') + "." + frame.getMethodName();
  }
}
