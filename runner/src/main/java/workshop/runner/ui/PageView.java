package workshop.runner.ui;

import java.util.ArrayList;
import java.util.List;
import workshop.runner.course.Exercise;

/** Shows the texts of a page: the task, a hint, and the note for after success. */
public final class PageView {

  private PageView() {}

  /** Returns the beginning of an exercise: title, minutes, the file to edit, and the task. */
  public static List<Line> opening(Exercise exercise, int width) {
    Line title =
        Line.of(Style.STRONG, exercise.id() + " " + exercise.title())
            .plus(Style.FAINT, "  " + exercise.page().minutes() + " min");
    List<Line> lines = new ArrayList<>(Wrap.wrap(title, width, "  "));
    lines.add(Line.EMPTY.plusLink(Style.CODE, exercise.file(), exercise.file()));
    lines.add(Line.EMPTY);
    lines.addAll(task(exercise, width));
    return lines;
  }

  /** Returns the note for after success. */
  public static List<Line> after(Exercise exercise, int width) {
    return indented(exercise.page().after(), width);
  }

  public static List<Line> task(Exercise exercise, int width) {
    return indented(exercise.page().task(), width);
  }

  /**
   * Returns one hint under its title.
   *
   * @param level from 1
   */
  public static List<Line> hint(Exercise exercise, int level, int width) {
    List<Line> lines = new ArrayList<>();
    String title = "Hint " + level + " of " + exercise.page().hints().size();
    lines.add(Line.of(Style.NOTE, "  " + title));
    lines.addAll(indented(exercise.page().hints().get(level - 1), width));
    return lines;
  }

  private static List<Line> indented(String text, int width) {
    return Markdown.lines(text, width - 2).stream()
        .map(line -> line.spans().isEmpty() ? line : Line.of("  ").plus(line))
        .toList();
  }
}
