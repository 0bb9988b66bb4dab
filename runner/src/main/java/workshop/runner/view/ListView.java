package workshop.runner.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Standing;

/** Shows all exercises, module by module. */
public final class ListView {

  private ListView() {}

  public static List<Line> lines(
      List<Standing> standings, Optional<ExerciseId> current, int width) {
    List<Line> lines = new ArrayList<>();
    String module = "";
    for (Standing standing : standings) {
      if (!standing.exercise().module().equals(module)) {
        module = standing.exercise().module();
        if (!lines.isEmpty()) {
          lines.add(Line.EMPTY);
        }
        lines.add(Line.of(Style.STRONG, module));
      }
      boolean isCurrent = current.filter(standing.exercise().id()::equals).isPresent();
      lines.add(row(standing, isCurrent, width));
    }
    return lines;
  }

  /** Returns one exercise in one line. */
  public static Line row(Standing standing, boolean current, int width) {
    String state = standing.state().id() + (standing.edited() ? ", edited" : "");
    String remark = standing.filled() ? state + ", filled in" : state;
    String minutes = "%3d min".formatted(standing.exercise().page().minutes());
    Line line =
        Line.of(Style.NOTE, current ? "→ " : "  ")
            .plus(OutcomeView.mark(standing.state()))
            .plus(Style.STRONG, " " + standing.exercise().id())
            .plus("  ");
    int forTitle = Math.max(16, Math.min(48, width - 2 - line.width() - 30));
    return line.plus(padded(standing.exercise().title(), forTitle))
        .plus(Style.FAINT, "  " + minutes + "  ")
        .plus(remark)
        .clipped(width);
  }

  private static Line padded(String title, int width) {
    Line clipped = Line.of(title).clipped(width);
    return clipped.plus(" ".repeat(Math.max(0, width - clipped.width())));
  }

  /** Returns how far one has come: a bar, and how many are solved. */
  public static Line progress(List<Standing> standings, int width) {
    long solved = standings.stream().filter(Standing::solved).count();
    int cells = Math.max(10, Math.min(40, width - 24));
    int filled = (int) (cells * solved / Math.max(1, standings.size()));
    return Line.of(Style.GOOD, "█".repeat(filled))
        .plus(Style.FAINT, "░".repeat(cells - filled))
        .plus("  " + solved + " of " + standings.size() + " solved");
  }
}
