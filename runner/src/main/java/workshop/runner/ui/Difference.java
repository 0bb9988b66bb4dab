package workshop.runner.ui;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/** Shows how the solution differs from the learner's file. */
public final class Difference {

  private static final int CONTEXT = 2;

  private Difference() {}

  public static List<Line> lines(String draft, String solution) {
    List<String> from = draft.lines().toList();
    Patch<String> patch = DiffUtils.diff(from, solution.lines().toList());
    if (patch.getDeltas().isEmpty()) {
      return List.of(Line.of(Style.GOOD, "Your file and the solution are the same."));
    }
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of("From yours (")
            .plus(Style.BAD, "-")
            .plus(") to the solution (")
            .plus(Style.GOOD, "+")
            .plus(")"));
    UnifiedDiffUtils.generateUnifiedDiff("yours", "solution", from, patch, CONTEXT).stream()
        .skip(2) // the names of the files
        .map(Difference::line)
        .forEach(lines::add);
    return lines;
  }

  private static Line line(String text) {
    return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
      case '+' -> Line.of(Style.GOOD, text);
      case '-' -> Line.of(Style.BAD, text);
      case '@' -> Line.of(Style.FAINT, text);
      default -> Line.of(text);
    };
  }
}
