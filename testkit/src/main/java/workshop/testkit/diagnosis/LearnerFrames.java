package workshop.testkit.diagnosis;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import workshop.testkit.exercise.Answer;

/** The lines of a stack that a learner has written, as far as can be told. */
public final class LearnerFrames {

  private static final int SHOWN = 4;

  private final Class<?> suite;

  /**
   * Looks with the eyes of {@code suite}, which is not the learner's, nor what stands beside it.
   */
  public LearnerFrames(Class<?> suite) {
    this.suite = suite;
  }

  /** Returns the learner's lines in what was thrown, the innermost first; else in its causes. */
  public List<StackTraceElement> of(Throwable thrown) {
    for (Throwable at : causes(thrown)) {
      List<StackTraceElement> lines = new ArrayList<>();
      for (StackTraceElement frame : at.getStackTrace()) {
        if (isSuite(outermost(frame.getClassName()))) {
          break; // what is further out called the suite
        }
        if (isLearners(frame)) {
          lines.add(frame);
        }
      }
      if (!lines.isEmpty()) {
        return lines;
      }
    }
    return List.of();
  }

  /** Tells whether the suite itself threw, and not code that it had called. */
  public boolean isTheSuites(Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String type = outermost(frame.getClassName());
      if (type.startsWith("workshop.")) {
        return isSuite(type) || type.startsWith("workshop.testkit.");
      }
    }
    return false;
  }

  /** Returns what was thrown and its causes, the outermost first, each once. */
  public static Set<Throwable> causes(Throwable thrown) {
    Set<Throwable> causes = new LinkedHashSet<>();
    Throwable at = thrown;
    while (at != null && causes.add(at)) {
      at = at.getCause();
    }
    return causes;
  }

  /** Returns one line for each, with file, line and method. */
  public static String shown(List<StackTraceElement> lines) {
    return lines.stream()
        .limit(SHOWN)
        .map(line -> "  " + place(line) + " in " + method(line) + "()")
        .collect(Collectors.joining("\n"));
  }

  /** Returns file and line: {@code WriteFully.java:23}. */
  public static String place(StackTraceElement line) {
    return line.getFileName() + (line.getLineNumber() < 0 ? "" : ":" + line.getLineNumber());
  }

  private static String method(StackTraceElement line) {
    String name = line.getMethodName();
    String[] lambda = name.split("\\$", -1); // lambda$read$0
    return lambda.length == 3 && lambda[0].equals("lambda") ? lambda[1] : name;
  }

  private boolean isLearners(StackTraceElement frame) {
    String type = outermost(frame.getClassName());
    return type.startsWith("workshop.")
        && !type.startsWith("workshop.testkit.")
        && !type.startsWith("workshop.runner.")
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

  /**
   * Suites have their own fixtures, and a build keeps both apart from answers. Where all is in one
   * place, fixtures are taken for the learner's.
   */
  private boolean standsBesideTheSuite(String type) {
    Object suites = source(suite);
    if (suites == null || Answer.examined() == null || suites.equals(source(Answer.examined()))) {
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
