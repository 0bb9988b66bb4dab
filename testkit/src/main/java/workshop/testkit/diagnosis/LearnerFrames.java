package workshop.testkit.diagnosis;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Classifies the frames of a stack: they belong to the learner, to the suite, or to the tools. */
public final class LearnerFrames {

  private static final int SHOWN = 4;

  private static final List<String> TOOLS =
      List.of("workshop.disk.", "workshop.testkit.", "workshop.runner.", "workshop.comparison.");

  private final Class<?> suite;
  private final @Nullable Class<?> examined;

  /** {@code examined} is the class under test, if it is known. */
  public LearnerFrames(Class<?> suite, @Nullable Class<?> examined) {
    this.suite = suite;
    this.examined = examined;
  }

  /** Returns whether the frame belongs to the learner's code, an answer or a suite. */
  public static boolean isLearners(StackTraceElement frame) {
    String type = frame.getClassName();
    // In the tools' own tests, the test plays the role of the learner.
    return isOurs(frame) && (!isTool(type) || outermost(type).endsWith("Test"));
  }

  /** Returns whether the frame belongs to an exercise or to a tool. */
  public static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().startsWith("workshop.");
  }

  private static boolean isTool(String type) {
    return TOOLS.stream().anyMatch(type::startsWith);
  }

  /** Returns the learner's lines, innermost first, of {@code thrown} or else of its causes. */
  public List<StackTraceElement> of(Throwable thrown) {
    for (Throwable at : causes(thrown)) {
      List<StackTraceElement> lines = new ArrayList<>();
      for (StackTraceElement frame : at.getStackTrace()) {
        if (isSuite(outermost(frame.getClassName()))) {
          break; // the frames below called the suite
        }
        if (isUnderTest(frame)) {
          lines.add(frame);
        }
      }
      if (!lines.isEmpty()) {
        return lines;
      }
    }
    return List.of();
  }

  /** Returns whether the suite itself threw, and not code that it called. */
  public boolean isTheSuites(Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String type = outermost(frame.getClassName());
      if (isOurs(frame)) {
        return isSuite(type) || isTool(type);
      }
    }
    return false;
  }

  /** Returns {@code thrown} and its causes, outermost first, each once. */
  public static Set<Throwable> causes(Throwable thrown) {
    Set<Throwable> causes = new LinkedHashSet<>();
    Throwable at = thrown;
    while (at != null && causes.add(at)) {
      at = at.getCause();
    }
    return causes;
  }

  /** Returns one line of text for each frame. */
  public static String shown(List<StackTraceElement> lines) {
    return lines.stream()
        .limit(SHOWN)
        .map(line -> "  " + place(line) + " in " + method(line) + "()")
        .collect(Collectors.joining("\n"));
  }

  /** Returns the file and the line, as far as they are known: {@code WriteFully.java:23}. */
  public static String place(StackTraceElement line) {
    String type = outermost(line.getClassName());
    String file =
        line.getFileName() == null ? type.substring(type.lastIndexOf('.') + 1) : line.getFileName();
    return file + (line.getLineNumber() < 0 ? "" : ":" + line.getLineNumber());
  }

  /** Returns the method's name; for a lambda the name of the method around it. */
  public static String method(StackTraceElement line) {
    String name = line.getMethodName();
    if (!name.startsWith("lambda$")) {
      return name;
    }
    String rest = name.substring("lambda$".length()); // read$0
    int number = rest.lastIndexOf('$');
    return number < 0 ? rest : rest.substring(0, number);
  }

  private boolean isUnderTest(StackTraceElement frame) {
    String type = outermost(frame.getClassName());
    return isOurs(frame)
        && !isTool(type)
        && !frame.getClassName().contains("$$Lambda")
        && !standsBesideTheSuite(type);
  }

  private boolean isSuite(String type) {
    for (Class<?> at = suite; at != null; at = at.getSuperclass()) {
      if (outermost(at.getName()).equals(type)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the class is a fixture, which the build puts next to the suite. */
  private boolean standsBesideTheSuite(String type) {
    Object suites = source(suite);
    if (suites == null || examined == null || suites.equals(source(examined))) {
      return false;
    }
    try {
      return suites.equals(source(Class.forName(type, false, suite.getClassLoader())));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static @Nullable Object source(@Nullable Class<?> type) {
    CodeSource source = type == null ? null : type.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation().toString();
  }

  private static String outermost(String type) {
    int nested = type.indexOf('$');
    return nested < 0 ? type : type.substring(0, nested);
  }
}
