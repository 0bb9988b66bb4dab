package workshop.runner.worker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a stack: a method, and where in the source it was.
 *
 * @param loader of the class; {@link #EXERCISE} for what was compiled for the run
 * @param type the class, with its package
 * @param line 0 when unknown
 */
public record Frame(String loader, String type, String method, String file, int line) {

  /** The name of the class loader that has the learner's classes and the suite. */
  public static final String EXERCISE = "exercise";

  /** No frame is as long; and what is, a message, the pattern would look at again and again. */
  private static final int LONGEST = 2000;

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\s*(?:at )?(?:(?<loader>[^/()]*)/(?!0x)(?:[^/()]*/)?)?"
              + "(?<type>[\\w.$]+(?:/0x[0-9a-f]+)?)\\.(?<method>[\\w$<>]+)"
              + "\\((?<file>[^:()]*)(?::(?<line>\\d+))?\\)");

  /** Returns the frame that a line of a stack trace or of a thread dump is; else nothing. */
  public static Optional<Frame> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String loader = matcher.group("loader");
    String line = matcher.group("line");
    return Optional.of(
        new Frame(
            loader == null ? "" : loader,
            matcher.group("type"),
            matcher.group("method"),
            matcher.group("file"),
            line == null ? 0 : Integer.parseInt(line)));
  }

  /** Returns the frames of a printed stack trace, up to its first cause. */
  public static List<Frame> ofTrace(String trace) {
    return trace
        .lines()
        .takeWhile(line -> !line.startsWith("Caused by:"))
        .flatMap(line -> parse(line).stream())
        .toList();
  }

  /** Returns whether this is code that the learner wrote, and not the suite. */
  public boolean isLearners(Set<String> suiteFiles) {
    return loader.equals(EXERCISE) && !isMadeByTheJvm() && !suiteFiles.contains(file);
  }

  /** The class behind a lambda has no source; what it calls stands above it in the stack. */
  private boolean isMadeByTheJvm() {
    return type.contains("$$Lambda");
  }

  /** Returns where this is, such as {@code Offload.java:23}. */
  public String where() {
    return line > 0 ? file + ":" + line : file;
  }

  /** Returns what was called, such as {@code Future.get}, without packages. */
  public String call() {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    int lambda = simple.indexOf("$$Lambda");
    return (lambda < 0 ? simple : simple.substring(0, lambda)).replace('$', '.') + "." + method;
  }
}
