package workshop.runner.judge;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.runner.course.Exercise;

/**
 * Explains to a learner why a file does not have what its suite looks for. The compiler would
 * complain about the suite, which is not to blame.
 */
public final class FileMismatch {

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|enum|interface)\\s+(\\w+)");

  private FileMismatch() {}

  /** Returns what is wrong with the file as a whole; nothing if only details may be wrong. */
  public static Optional<CompileError> of(Exercise exercise, String text) {
    // The number of lines stays the same, so that line numbers stay right.
    String code = COMMENT.matcher(text).replaceAll(m -> m.group().replaceAll("[^\\n]+", " "));
    if (code.isBlank()) {
      return problem(
          exercise,
          0,
          "There is no code in this file. ./workshop reset "
              + exercise.id()
              + " restores the starter.");
    }
    Matcher found = PACKAGE.matcher(code);
    String line = "package " + exercise.packageName() + ";";
    if (!found.find()) {
      return problem(exercise, 1, "The file must begin with the line \"" + line + "\".");
    }
    if (!found.group(1).equals(exercise.packageName())) {
      return problem(
          exercise,
          lineOf(code, found.start(1)),
          "The file is in the package "
              + found.group(1)
              + ". It must begin with \""
              + line
              + "\".");
    }
    return wrongClass(exercise, code);
  }

  private static Optional<CompileError> wrongClass(Exercise exercise, String code) {
    String wanted = exercise.page().file().replace(".java", "");
    List<MatchResult> types = TYPE.matcher(code).results().toList();
    if (types.isEmpty()) {
      return problem(
          exercise, 0, "There is no class in this file. It must have the class " + wanted + ".");
    }
    MatchResult first = types.getFirst();
    return types.stream().anyMatch(type -> type.group(1).equals(wanted))
        ? Optional.empty()
        : problem(
            exercise,
            lineOf(code, first.start()),
            "The class is called " + first.group(1) + ". The tests look for " + wanted + ".");
  }

  private static int lineOf(String text, int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }

  private static Optional<CompileError> problem(Exercise exercise, int line, String message) {
    return Optional.of(new CompileError(exercise.file(), line, 0, "", message));
  }
}
