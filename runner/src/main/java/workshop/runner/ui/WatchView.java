package workshop.runner.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseStatus;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.timeline.TextTimeline;
import workshop.runner.watch.CurrentRun;
import workshop.runner.watch.Panel;
import workshop.runner.watch.Session;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/** Shows a session on a screen: a head, a body that may scroll, and a foot. */
public final class WatchView {

  private static final int LEAST_COLUMNS = 20;
  private static final int MOST_OF_A_NOTICE = 4;

  private final Session session;
  private final int width;

  private WatchView(Session session) {
    this.session = session;
    this.width = Math.max(LEAST_COLUMNS, session.size().columns() - 1);
  }

  /** Returns the lines of the screen from top to bottom, as many and as wide as fit. */
  public static List<Line> render(Session session) {
    return new WatchView(session).screen();
  }

  /**
   * Returns the panel that the session shows instead of the exercise, such as hints; or nothing.
   */
  static List<Line> panel(Session session) {
    return session.panel() instanceof Panel.Exercise ? List.of() : new WatchView(session).body();
  }

  private List<Line> screen() {
    List<Line> head = head();
    List<Line> foot = foot();
    List<Line> body = body().stream().flatMap(line -> line.wrapped(width).stream()).toList();
    int room = Math.max(1, session.size().rows() - head.size() - foot.size());
    int from = Math.clamp(session.scroll(), 0, Math.max(0, body.size() - room));
    List<Line> screen = new ArrayList<>(head);
    int to = Math.min(body.size(), from + room);
    screen.addAll(body.subList(from, to));
    while (screen.size() < head.size() + room) {
      screen.add(Line.EMPTY);
    }
    if (to < body.size()) {
      String more = "↓ " + (body.size() - to + 1) + " more lines";
      screen.set(screen.size() - 1, Line.of(Style.FAINT, "  " + more));
    }
    screen.addAll(foot);
    int height = Math.min(screen.size(), session.size().rows());
    return screen.subList(0, height).stream().map(line -> line.clipped(width)).toList();
  }

  private List<Line> head() {
    Exercise exercise = session.current();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(" ").plus(ListView.progress(session.statuses(), width)));
    lines.add(Line.EMPTY);
    String minutes = exercise.page().minutes() + " min";
    Line title =
        Line.of(" ")
            .plus(mark())
            .plus(Style.STRONG, " " + exercise.id() + " · " + exercise.title());
    int gap = Math.min(72, width) - title.width() - minutes.length();
    if (gap > 0) {
      lines.add(title.plus(" ".repeat(gap)).plus(Style.FAINT, minutes));
    } else {
      lines.addAll(title.wrapped(width));
      lines.add(Line.of(Style.FAINT, "   " + minutes));
    }
    lines.addAll(
        Line.of("   ").plusLink(Style.CODE, exercise.file(), exercise.file()).wrapped(width));
    lines.add(Line.EMPTY);
    return lines;
  }

  private Line mark() {
    if (session.running().isPresent()) {
      return Line.of(Style.NOTE, "●");
    }
    if (session.draft().filter(Draft::isMissing).isPresent()) {
      return Line.of(Style.BAD, "✗");
    }
    ExerciseStatus status = session.status(session.current());
    return session.result().map(ExerciseResult::state).orElse(status.state()) == State.PASSED
        ? Line.of(Style.GOOD, "✓")
        : session.result().isPresent() ? Line.of(Style.BAD, "✗") : Line.of(Style.FAINT, "○");
  }

  private List<Line> foot() {
    List<Line> lines = new ArrayList<>();
    Line notice = Line.of(Style.NOTE, session.notice().isEmpty() ? "" : " " + session.notice());
    lines.addAll(notice.wrapped(width).stream().limit(MOST_OF_A_NOTICE).toList());
    lines.addAll(keys().wrapped(width));
    return lines;
  }

  private Line keys() {
    return switch (session.panel()) {
      case Panel.Exercise() -> exerciseKeys();
      case Panel.Hints() when session.hintsShown() < session.current().page().hints().size() ->
          keys("h", "next hint", "esc", "back");
      case Panel.Hints() -> keys("esc", "back", "?", "more", "q", "quit");
      case Panel.Listing listing -> keys("↑↓", "move", "enter", "go there", "esc", "back");
      case Panel.ResetQuestion() -> keys("enter", "reset", "esc", "keep");
      case Panel.Evidence(), Panel.Timeline(), Panel.Comparison _, Panel.Help(), Panel.Ending() ->
          keys("↑↓", "scroll", "esc", "back", "q", "quit");
    };
  }

  private Line exerciseKeys() {
    if (session.solved()) {
      return keys(
          "n", "next", "t", "timeline", "s", "solution", "l", "list", "?", "more", "q", "quit");
    }
    if (session.running().filter(r -> r.seconds() > 0).isPresent()) {
      return keys("esc", "stop", "r", "run again", "l", "list", "?", "more", "q", "quit");
    }
    if (!session.evidence().isEmpty()) {
      return keys(
          "h", "hint", "o", "operations", "l", "list", "r", "run", "?", "more", "q", "quit");
    }
    return keys("h", "hint", "l", "list", "r", "run", "x", "reset", "?", "more", "q", "quit");
  }

  private static Line keys(String... pairs) {
    Line line = Line.EMPTY;
    for (int i = 0; i < pairs.length; i += 2) {
      line = line.plus(Style.CODE, " " + pairs[i]).plus(" " + pairs[i + 1] + "  ");
    }
    return line;
  }

  private List<Line> body() {
    return switch (session.panel()) {
      case Panel.Exercise() -> exercise();
      case Panel.Hints() -> hints();
      case Panel.Listing(String filter, int selected) -> listing(filter, selected);
      case Panel.Evidence() -> evidenceLines();
      case Panel.Timeline() -> timeline();
      case Panel.Comparison(String draft, String solution) -> Difference.lines(draft, solution);
      case Panel.ResetQuestion() -> resetQuestion();
      case Panel.Help() -> help();
      case Panel.Ending() -> ending();
    };
  }

  private List<Line> exercise() {
    List<Line> lines = new ArrayList<>();
    Optional<CurrentRun.Running> running = session.running();
    if (running.filter(WatchView::hasNews).isPresent()) {
      lines.addAll(underWay(running.get()));
    } else if (session.result().isPresent()) {
      ExerciseResult result = session.result().get();
      // The warm-up gets its verdict before the learner has read its task.
      if (session.solved() && session.draft().filter(Draft::starter).isPresent()) {
        lines.addAll(PageView.task(session.current(), width));
        lines.add(Line.EMPTY);
      }
      lines.addAll(ResultView.body(session.current(), result, width));
      if (session.solved()) {
        lines.add(Line.EMPTY);
        lines.addAll(PageView.after(session.current(), width));
      }
    } else if (session.draft().filter(Draft::isMissing).isPresent()) {
      lines.add(Line.of(Style.BAD, "  The file is missing. Press x to restore the starter."));
    } else {
      lines.addAll(PageView.task(session.current(), width));
      lines.add(Line.EMPTY);
      lines.add(Line.of(Style.NOTE, "  Edit the file and save it to get a verdict."));
    }
    return lines;
  }

  /** Returns whether to show a run in progress: if it takes long, or after its first failure. */
  private static boolean hasNews(CurrentRun.Running running) {
    return running.seconds() > 0 || running.tests().stream().anyMatch(TestResult::failed);
  }

  private List<Line> underWay(CurrentRun.Running running) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Style.NOTE, "  Running, " + running.seconds() + " s"));
    lines.addAll(ResultView.soFar(session.current(), running.tests(), width));
    return lines;
  }

  private List<Line> hints() {
    List<Line> lines = new ArrayList<>();
    for (int level = session.hintsShown(); level >= 1; level--) {
      lines.addAll(PageView.hint(session.current(), level, width));
      lines.add(Line.EMPTY);
    }
    return lines;
  }

  private List<Line> listing(String filter, int selected) {
    List<ExerciseStatus> listed = session.listed(filter);
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of("  Type to filter: ").plus(Style.STRONG, filter).plus(Style.NOTE, "_"));
    lines.add(Line.EMPTY);
    int room = Math.max(3, session.size().rows() - 9);
    int from = Math.clamp(selected - room / 2, 0, Math.max(0, listed.size() - room));
    for (int i = from; i < Math.min(listed.size(), from + room); i++) {
      lines.add(ListView.row(listed.get(i), i == selected, width));
    }
    if (listed.isEmpty()) {
      lines.add(Line.of(Style.FAINT, "  no exercise matches"));
    }
    return lines;
  }

  private List<Line> evidenceLines() {
    List<Line> lines = new ArrayList<>();
    session
        .result()
        .flatMap(ExerciseResult::firstFailure)
        .ifPresent(test -> lines.add(Line.of(Style.BAD, "  ✗ ").plus(Style.STRONG, test.name())));
    for (FailureReport.Evidence evidence : session.evidence()) {
      lines.add(Line.EMPTY);
      FailureText.lines(evidence, width - 2).forEach(line -> lines.add(Line.of("  ").plus(line)));
    }
    return lines;
  }

  private List<Line> timeline() {
    List<Line> lines = new ArrayList<>();
    session
        .result()
        .flatMap(ExerciseResult::recorded)
        .ifPresent(run -> {
          lines.add(Line.of(Style.STRONG, "  " + run.test()));
          lines.add(Line.EMPTY);
          TextTimeline.draw(run.timeline(), width - 2, true).stream()
              .map(line -> Line.of("  " + line))
              .forEach(lines::add);
        });
    return lines;
  }

  private List<Line> resetQuestion() {
    Line question =
        Line.of("  Restore the starter of ")
            .plus(Style.STRONG, session.current().page().file())
            .plus("?");
    return session.draft().filter(Draft::isMissing).isPresent()
        ? List.of(question)
        : List.of(question, Line.of("  Your version will be kept in .workshop/backups."));
  }

  private static List<Line> help() {
    List<Line> lines = new ArrayList<>();
    lines.add(help("save", "save the file of any exercise to get its verdict"));
    lines.addAll(lettersHelp());
    lines.add(help("esc", "back; also stops a run"));
    lines.add(help("↑ ↓", "scroll; also j, k, space, page up and down"));
    return lines;
  }

  /** Returns the meanings of the letters, which are the same on every screen. */
  static List<Line> lettersHelp() {
    return List.of(
        help("n", "the next exercise, once this one is solved"),
        help("h", "a hint; each hint says more than the one before"),
        help("l", "the list of all exercises: filter it, jump to one"),
        help("r", "run again, even without a change"),
        help("o", "the disk operations that a failed test recorded"),
        help("t", "the timeline: which thread did what in the last run"),
        help("s", "the solution and how yours differs, once this exercise is solved"),
        help("x", "restore the starter; your version is kept"),
        help("q", "quit; ./workshop continues where you left off"));
  }

  private static Line help(String key, String what) {
    return Line.of(Style.CODE, "  %-6s".formatted(key)).plus(what);
  }

  private List<Line> ending() {
    List<ExerciseStatus> all = session.statuses();
    int minutes = all.stream().mapToInt(s -> s.exercise().page().minutes()).sum();
    long filled = all.stream().filter(ExerciseStatus::filled).count();
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(Style.GOOD, "  ✓ ")
            .plus(Style.STRONG, "All " + all.size() + " exercises are solved."));
    lines.add(Line.EMPTY);
    lines.add(
        Line.of("  You wrote and read the same two lines in four ways, and downloaded a hundred"));
    lines.add(Line.of("  files at once. In each program, you know which thread waits, and where."));
    lines.add(Line.of("  The exercise pages estimate " + minutes + " minutes for all of this."));
    if (filled > 0) {
      lines.add(
          Line.of(
              "  "
                  + filled
                  + " of your exercises have the workshop's solution. Press "
                  + "l to find them."));
    }
    lines.add(Line.EMPTY);
    lines.add(Line.of("  What next:"));
    lines.add(next("./workshop demo NN", "run the finished program of a module"));
    lines.add(next("s, on an exercise", "see how the solution differs from yours"));
    lines.add(next("docs/choosing.md", "read when each technique pays off"));
    lines.add(next("your own code", "find a call that blocks, and say which thread waits"));
    return lines;
  }

  private static Line next(String what, String why) {
    return Line.of(Style.CODE, "    %-20s".formatted(what)).plus(why);
  }
}
