package workshop.runner.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import workshop.runner.FixtureCourse;
import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseId;
import workshop.runner.course.ExerciseStatus;
import workshop.runner.course.Progress;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.ui.Line;
import workshop.runner.ui.WatchView;
import workshop.runner.worker.Output;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/** A user of a session, who presses keys, saves files and looks at a virtual screen. */
public final class SessionDriver {

  public final Session session;
  public final List<Effect> effects = new ArrayList<>();
  private final FixtureCourse course;
  private final Map<ExerciseId, String> texts = new HashMap<>();
  private final String first;
  private boolean started;

  public SessionDriver(FixtureCourse course, String first, int columns, int rows) {
    this.course = course;
    this.first = first;
    List<ExerciseStatus> statuses =
        course.catalog().exercises().stream()
            .map(e -> new ExerciseStatus(e, State.NOT_STARTED, false, false))
            .toList();
    this.session =
        new Session(
            statuses,
            Progress.NONE,
            new Files(),
            course.exercise(first),
            new Event.Resized(columns, rows));
  }

  /** The texts that were saved, beginning with the starters. */
  private final class Files implements SessionFiles {

    @Override
    public Draft draft(Exercise exercise) {
      String id = exercise.id().toString();
      return SessionDriver.this.draft(id, texts.getOrDefault(exercise.id(), starter(id)));
    }

    @Override
    public String solution(Exercise exercise) {
      return course.read(exercise.solution());
    }

    @Override
    public String reset(Exercise exercise) {
      texts.remove(exercise.id());
      return ".workshop/backups/" + exercise.id() + "/x";
    }
  }

  public Exercise exercise(String id) {
    return course.exercise(id);
  }

  /** Opens an exercise whose file has this text. */
  public void opens(String id, String text) {
    texts.put(id(id), text);
    boolean atFirst = !started && id.equals(first);
    if (!started) {
      started = true;
      on(new Event.Started());
    }
    if (!atFirst) {
      presses("l" + id);
      presses(Key.Kind.ENTER);
    }
  }

  public void opensStarter(String id) {
    opens(id, starter(id));
  }

  public String starter(String id) {
    return course.read(exercise(id).starter());
  }

  public void saves(String id, String text) {
    savesAll(Map.of(id, text));
  }

  public void savesAll(Map<String, String> saved) {
    Map<ExerciseId, Draft> drafts = new HashMap<>();
    saved.forEach((id, text) -> {
      texts.put(id(id), text);
      drafts.put(id(id), draft(id, text));
    });
    on(new Event.Saved(drafts, Set.of()));
  }

  private ExerciseId id(String text) {
    return exercise(text).id();
  }

  public Draft draft(String id, String text) {
    return Draft.of(text, starter(id));
  }

  public void presses(String letters) {
    letters.chars().forEach(c -> on(new Event.Pressed(Key.letter((char) c))));
  }

  public void presses(Key.Kind kind) {
    on(new Event.Pressed(Key.of(kind)));
  }

  /** Ends the newest run. */
  public void passes() {
    done(
        new ExerciseResult.Judged(
            State.PASSED, 84, List.of(passed()), Output.NONE, List.of(), Optional.empty()));
  }

  public void fails(String message) {
    done(
        new ExerciseResult.Judged(
            State.FAILED,
            84,
            List.of(failed(message), passed()),
            Output.NONE,
            List.of(),
            Optional.empty()));
  }

  public void done(ExerciseResult outcome) {
    on(new Event.Done(newestRun(), outcome));
  }

  public void on(Event event) {
    if (session.concerns(event)) {
      effects.addAll(session.on(event));
    }
  }

  public int newestRun() {
    return effects.stream()
        .filter(Effect.Judge.class::isInstance)
        .mapToInt(effect -> ((Effect.Judge) effect).run())
        .max()
        .orElseThrow(() -> new AssertionError("nothing was judged: " + effects));
  }

  /** Returns the effects since the last call. */
  public List<Effect> takeEffects() {
    List<Effect> taken = List.copyOf(effects);
    effects.clear();
    return taken;
  }

  /** Returns the text of the screen, without the blanks at the end of its lines. */
  public String screen() {
    return lines().stream()
        .map(Line::text)
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
  }

  public List<Line> lines() {
    return WatchView.render(session);
  }

  public static TestResult passed() {
    return new TestResult("it adds", TestResult.Status.PASSED, 1, null, null);
  }

  /** Ends the newest run with a failed test and its report. */
  public void fails(FailureReport report) {
    TestResult failed =
        new TestResult(
            "it adds what is negative", TestResult.Status.FAILED, 1, report.toString(), "", report);
    done(
        new ExerciseResult.Judged(
            State.FAILED, 84, List.of(failed, passed()), Output.NONE, List.of(), Optional.empty()));
  }

  public static TestResult failed(String message) {
    return new TestResult("it adds what is negative", TestResult.Status.FAILED, 1, message, "");
  }
}
