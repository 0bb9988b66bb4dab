package workshop.runner.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import workshop.runner.FixtureCourse;
import workshop.runner.checkout.Checkout;
import workshop.runner.core.Exercise;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Outcome;
import workshop.runner.core.Output;
import workshop.runner.core.Progress;
import workshop.runner.core.Source;
import workshop.runner.core.Standing;
import workshop.runner.view.Line;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/** Somebody in front of a session: presses keys, saves files, and looks at a virtual screen. */
final class Sitter {

  final Session session;
  final List<Effect> effects = new ArrayList<>();
  private final FixtureCourse course;

  Sitter(FixtureCourse course, String first, int columns, int rows) {
    this.course = course;
    List<Standing> standings =
        course.catalog().exercises().stream()
            .map(e -> new Standing(e, State.NOT_STARTED, false, false))
            .toList();
    this.session =
        new Session(
            course.catalog(), standings, Progress.NONE, course.exercise(first), columns, rows);
    effects.addAll(session.start());
  }

  Exercise exercise(String id) {
    return course.exercise(id);
  }

  /** Answers the wish to open an exercise, as the loop does. */
  void opens(String id, String text) {
    on(new Event.Opened(exercise(id), draft(id, text)));
  }

  void opensStarter(String id) {
    opens(id, starter(id));
  }

  String starter(String id) {
    return course.read(exercise(id).starter());
  }

  void saves(String id, String text) {
    on(new Event.Saved(Map.of(exercise(id).id(), draft(id, text))));
  }

  void savesAll(Map<String, String> texts) {
    on(
        new Event.Saved(
            texts.entrySet().stream()
                .collect(
                    Collectors.toMap(e -> id(e.getKey()), e -> draft(e.getKey(), e.getValue())))));
  }

  private ExerciseId id(String text) {
    return exercise(text).id();
  }

  Draft draft(String id, String text) {
    Source source = Checkout.source(text, starter(id));
    return new Draft(text, source);
  }

  void presses(String letters) {
    letters.chars().forEach(c -> on(new Event.Pressed(Key.letter((char) c))));
  }

  void presses(Key.Kind kind) {
    on(new Event.Pressed(Key.of(kind)));
  }

  /** The engine is done with the newest run. */
  void passes() {
    done(new Outcome.Judged(State.PASSED, 84, List.of(passed()), Output.NONE, List.of()));
  }

  void fails(String message) {
    done(
        new Outcome.Judged(
            State.FAILED, 84, List.of(failed(message), passed()), Output.NONE, List.of()));
  }

  void done(Outcome outcome) {
    on(new Event.Done(newestRun(), outcome));
  }

  void on(Event event) {
    if (session.concerns(event)) {
      effects.addAll(session.on(event));
    }
  }

  int newestRun() {
    return effects.stream()
        .filter(Effect.Judge.class::isInstance)
        .mapToInt(effect -> ((Effect.Judge) effect).run())
        .max()
        .orElseThrow(() -> new AssertionError("nothing was judged: " + effects));
  }

  /** Returns what was wanted since the last time that somebody asked. */
  List<Effect> takeEffects() {
    List<Effect> taken = List.copyOf(effects);
    effects.clear();
    return taken;
  }

  /** Returns the text of the screen, without the blanks at the end of its lines. */
  String screen() {
    return lines().stream()
        .map(Line::text)
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
  }

  List<Line> lines() {
    return WatchView.render(session);
  }

  static TestResult passed() {
    return new TestResult("it adds", TestResult.Status.PASSED, 1, null, null);
  }

  static TestResult failed(String message) {
    return new TestResult("it adds what is negative", TestResult.Status.FAILED, 1, message, "");
  }
}
