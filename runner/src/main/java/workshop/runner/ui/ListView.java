package workshop.runner.ui;

import java.util.ArrayList;
import java.util.List;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseStatus;

/** Shows all exercises, module by module. */
public final class ListView {

  private ListView() {}

  public static List<Line> lines(List<ExerciseStatus> statuses, Exercise current, int width) {
    List<Line> lines = new ArrayList<>();
    String module = "";
    for (ExerciseStatus status : statuses) {
      if (!status.exercise().module().equals(module)) {
        module = status.exercise().module();
        if (!lines.isEmpty()) {
          lines.add(Line.EMPTY);
        }
        lines.add(Line.of(Style.STRONG, module));
      }
      lines.add(row(status, status.exercise().equals(current), width));
    }
    return lines;
  }

  /** Returns the line about one exercise. */
  public static Line row(ExerciseStatus status, boolean current, int width) {
    String state = status.state().id() + (status.edited() ? ", edited" : "");
    String remark = status.filled() ? state + ", filled in" : state;
    String minutes = "%3d min".formatted(status.exercise().page().minutes());
    Line line =
        Line.of(Style.NOTE, current ? "→ " : "  ")
            .plus(ResultView.mark(status.state()))
            .plus(Style.STRONG, " " + status.exercise().id())
            .plus("  ");
    int forTitle = Math.max(16, Math.min(48, width - 2 - line.width() - 30));
    return line.plus(padded(status.exercise().title(), forTitle))
        .plus(Style.FAINT, "  " + minutes + "  ")
        .plus(remark)
        .clipped(width);
  }

  private static Line padded(String title, int width) {
    Line clipped = Line.of(title).clipped(width);
    return clipped.plus(" ".repeat(Math.max(0, width - clipped.width())));
  }

  /** Returns the learner's progress: a bar, and how many exercises are solved. */
  public static Line progress(List<ExerciseStatus> statuses, int width) {
    long solved = statuses.stream().filter(ExerciseStatus::solved).count();
    int cells = Math.max(10, Math.min(40, width - 24));
    int filled = (int) (cells * solved / Math.max(1, statuses.size()));
    return Line.of(Style.GOOD, "█".repeat(filled))
        .plus(Style.FAINT, "░".repeat(cells - filled))
        .plus("  " + solved + " of " + statuses.size() + " solved");
  }
}
