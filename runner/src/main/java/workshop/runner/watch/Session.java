package workshop.runner.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseId;
import workshop.runner.course.ExerciseStatus;
import workshop.runner.course.Progress;
import workshop.runner.course.WorkshopException;
import workshop.runner.judge.ExerciseResult;
import workshop.testkit.diagnosis.FailureReport;

/**
 * The state of watch mode: the current exercise, its last result, and what the screen shows. {@link
 * Event Events} change it, and it returns {@link Effect effects} to carry out.
 *
 * <p>Not safe for use by several threads: {@link WatchLoop} passes it one event after another.
 */
public final class Session {

  /** The last result of the current exercise, and the text that it is about. */
  private record Judged(Draft draft, ExerciseResult result) {}

  private final CourseStatus course;
  private final SessionFiles files;
  private final List<Effect> effects = new ArrayList<>();
  private final CurrentRun run = new CurrentRun(effects);

  private Exercise current;
  private @Nullable Draft draft;
  private @Nullable Judged judged;
  private Panel panel = new Panel.Exercise();
  private String notice = "";
  private int scroll;
  private Event.Resized size;

  public Session(
      List<ExerciseStatus> statuses,
      Progress progress,
      SessionFiles files,
      Exercise first,
      Event.Resized size) {
    this.course = new CourseStatus(statuses, progress);
    this.files = files;
    this.current = first;
    this.size = size;
  }

  /** Returns whether an event matters: one about an abandoned run does not. */
  public boolean concerns(Event event) {
    return run.concern(event);
  }

  /** Processes an event that {@linkplain #concerns matters}; returns what to do now, in order. */
  public List<Effect> on(Event event) {
    effects.clear();
    try {
      process(event);
    } catch (IOException | WorkshopException e) {
      notice = WorkshopException.of(e).sentences();
    }
    return List.copyOf(effects);
  }

  private void process(Event event) throws IOException {
    switch (event) {
      case Event.Started() -> open(current);
      case Event.Saved saved -> saved(saved);
      case Event.Pressed(Key key) -> pressed(key);
      case Event.TestEnded(_, var test) -> run.testEnded(test);
      case Event.Done(_, ExerciseResult reached) -> done(reached);
      case Event.Failed(_, var failure) -> {
        run.end();
        notice = failure.sentences();
      }
      case Event.Noticed(String text) -> notice = text;
      case Event.Passed(_, int seconds) -> run.passed(seconds);
      case Event.Resized resized -> size = resized;
    }
  }

  private void open(Exercise exercise) throws IOException {
    draft = files.draft(exercise);
    current = exercise;
    judged = null;
    show(new Panel.Exercise());
    effects.add(new Effect.Open(exercise));
    judgeAnew();
  }

  private void reread() throws IOException {
    draft = files.draft(current);
    run.abandon();
    show(new Panel.Exercise());
    if (draft.isMissing()) {
      judged = null;
    } else {
      run.begin(current, draft);
    }
  }

  /** Abandons the run in progress, and judges the file if it is more than the starter. */
  private void judgeAnew() {
    run.abandon();
    if (draft != null && draft.worthRunning()) {
      run.begin(current, draft);
    }
  }

  /**
   * A save of the current file, or of another source of its module, is judged. A save of another
   * exercise's file makes that exercise the current one. When several exercises change at once, as
   * when a branch is checked out, the current one stays.
   */
  private void saved(Event.Saved saved) throws IOException {
    var drafts = course.edits(saved.drafts());
    drafts.forEach(this::edited);
    Draft mine = drafts.get(current.id());
    if (mine != null) {
      savedCurrent(mine);
    }
    if (effects.stream().anyMatch(Effect.Judge.class::isInstance)) {
      return; // which compiles the others as well
    }
    boolean inModule =
        saved.others().stream().anyMatch(file -> file.startsWith(current.sourceRoot()));
    if (mine == null && drafts.size() == 1) {
      open(course.status(drafts.keySet().iterator().next()).exercise());
    } else if (inModule || drafts.keySet().stream().anyMatch(this::isOtherInModule)) {
      judgeAnew();
    }
  }

  private boolean isOtherInModule(ExerciseId id) {
    return id.module() == current.id().module() && !id.equals(current.id());
  }

  private void edited(ExerciseId id, Draft found) {
    boolean known = id.equals(current.id()) && judged != null && judged.draft().sameTextAs(found);
    if (!known) {
      course.edited(id, found);
    }
  }

  private void savedCurrent(Draft found) {
    if (draft != null && draft.sameTextAs(found)) {
      return;
    }
    draft = found;
    notice = "";
    if (!(panel instanceof Panel.Listing) && !(panel instanceof Panel.ResetQuestion)) {
      show(new Panel.Exercise());
    }
    if (!found.worthRunning()) {
      run.abandon();
      judged = null;
    } else if (run.underWay().isPresent()) {
      run.saved(found);
    } else if (judged == null || !judged.draft().sameTextAs(found)) {
      run.begin(current, found);
    }
  }

  private void done(ExerciseResult reached) {
    Draft of = run.end();
    judged = new Judged(of, reached);
    scroll = 0;
    if (of.worthRunning()) {
      course.judged(current, reached.state());
      effects.add(new Effect.Remember(current, reached, of));
    }
    run.startNext(current);
  }

  private void reset() throws IOException {
    show(new Panel.Exercise());
    String kept = files.reset(current);
    draft = files.draft(current);
    judged = null;
    course.wasReset(current, draft);
    effects.add(new Effect.Forget(current));
    notice = kept.isEmpty() ? "This is the starter." : "Your version is kept in " + kept;
    judgeAnew();
  }

  private void pressed(Key key) throws IOException {
    notice = "";
    switch (key.kind()) {
      case INTERRUPT -> effects.add(new Effect.Quit());
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> move(-pageSize());
      case PAGE_DOWN -> move(pageSize());
      case ESCAPE -> escape();
      case ENTER -> enter();
      case EMPTY_LINE -> {
        if (panel instanceof Panel.ResetQuestion) {
          reset();
        } else {
          escape();
        }
      }
      case BACKSPACE -> {
        if (panel instanceof Panel.Listing listing) {
          show(listing.erased());
        }
      }
      case LETTER -> {
        if (panel instanceof Panel.Listing listing) {
          show(listing.typed(key.letter()));
        } else {
          command(Character.toLowerCase(key.letter()));
        }
      }
    }
  }

  private int pageSize() {
    return Math.max(1, size.rows() / 2);
  }

  private void move(int lines) {
    if (panel instanceof Panel.Listing(String filter, int selected)) {
      int last = Math.max(0, course.listed(filter).size() - 1);
      panel = new Panel.Listing(filter, Math.clamp((long) selected + lines, 0, last));
    } else {
      scroll = Math.max(0, scroll + lines);
    }
  }

  private void escape() {
    if (panel instanceof Panel.Exercise && run.underWay().isPresent()) {
      effects.add(new Effect.Stop());
    }
    show(new Panel.Exercise());
  }

  private void enter() throws IOException {
    switch (panel) {
      case Panel.Listing(String filter, int selected) -> {
        List<ExerciseStatus> listed = course.listed(filter);
        if (selected < listed.size()) {
          open(listed.get(selected).exercise());
        }
      }
      case Panel.ResetQuestion() -> reset();
      default -> show(new Panel.Exercise());
    }
  }

  private void command(char letter) throws IOException {
    if (panel instanceof Panel.ResetQuestion) {
      show(new Panel.Exercise());
      notice = "Your file was not reset. To reset it, press x and then enter.";
      return;
    }
    switch (letter) {
      case 'n' -> next();
      case 'h' -> hint();
      case 'l' -> show(new Panel.Listing("", course.position(current)));
      case 'r' -> reread();
      case 'x' -> show(new Panel.ResetQuestion());
      case 's' -> solution();
      case 'o' -> operations();
      case 't' -> timeline();
      case '?' -> show(new Panel.Help());
      case 'q' -> effects.add(new Effect.Quit());
      case 'j' -> move(1);
      case 'k' -> move(-1);
      case ' ' -> move(pageSize());
      default -> notice = "\"" + letter + "\" is not a command. Press ? for the list of commands.";
    }
  }

  private void next() throws IOException {
    Optional<Exercise> next = course.unsolvedAfter(current);
    if (!solved()) {
      notice = "Not solved yet. Press h for a hint, or l for the list of all exercises.";
    } else if (next.isPresent()) {
      open(next.get());
    } else {
      show(new Panel.Ending());
    }
  }

  private void hint() {
    int shown = course.hints(current);
    boolean another = shown == 0 || panel instanceof Panel.Hints;
    if (another && shown < current.page().hints().size()) {
      shown++;
      course.showHints(current, shown);
      effects.add(new Effect.RememberHints(current, shown));
    } else if (another) {
      notice = "That was the last hint.";
    }
    show(new Panel.Hints());
  }

  private void solution() throws IOException {
    if (solved()) {
      show(new Panel.Comparison(files.draft(current).text(), files.solution(current)));
    } else {
      notice = "Solve the exercise first. Then press s to see the solution and how yours differs.";
    }
  }

  private void operations() {
    if (evidence().isEmpty()) {
      notice = "No disk operations were recorded for this result.";
    } else {
      show(new Panel.Evidence());
    }
  }

  private void timeline() {
    if (result().flatMap(ExerciseResult::recorded).isEmpty()) {
      notice = "No run of this exercise has been recorded yet: save the file, or press r.";
    } else {
      show(new Panel.Timeline());
    }
  }

  private void show(Panel next) {
    panel = next;
    scroll = 0;
  }

  public ExerciseStatus status(Exercise exercise) {
    return course.status(exercise.id());
  }

  /** Returns the status of all exercises, in order. */
  public List<ExerciseStatus> statuses() {
    return course.statuses();
  }

  /** Returns the exercises that match what was typed into the list. */
  public List<ExerciseStatus> listed(String filter) {
    return course.listed(filter);
  }

  /** Returns whether the tests accept the file as it is now. */
  public boolean solved() {
    return status(current).solved() && run.underWay().isEmpty() && !status(current).edited();
  }

  public Exercise current() {
    return current;
  }

  /** Returns the last result of the current exercise, if there is one. */
  public Optional<ExerciseResult> result() {
    return Optional.ofNullable(judged).map(Judged::result);
  }

  /** Returns the evidence for the first failure, such as disk operations. */
  public List<FailureReport.Evidence> evidence() {
    return result().map(ExerciseResult::evidence).orElse(List.of());
  }

  /** Returns the draft that the last result is about, if there is one. */
  public Optional<Draft> judged() {
    return Optional.ofNullable(judged).map(Judged::draft);
  }

  public Optional<Draft> draft() {
    return Optional.ofNullable(draft);
  }

  public Optional<CurrentRun.Running> running() {
    return run.underWay();
  }

  public int hintsShown() {
    return course.hints(current);
  }

  public Panel panel() {
    return panel;
  }

  /** Returns a message about something that just happened; empty if there is none. */
  public String notice() {
    return notice;
  }

  public int scroll() {
    return scroll;
  }

  public Event.Resized size() {
    return size;
  }
}
