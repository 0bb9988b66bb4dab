package workshop.runner.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import workshop.runner.core.Catalog;
import workshop.runner.core.Exercise;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Outcome;
import workshop.runner.core.Page;
import workshop.runner.core.Progress;
import workshop.runner.core.Source;
import workshop.runner.core.Standing;
import workshop.testkit.exercise.TestResult;

/**
 * One sitting in front of the watch: which exercise, what its tests said, what is shown.
 *
 * <p>Not safe for use by several threads: one loop hands it one event after the other.
 */
public final class Session {

  private final Overview overview;
  private final List<Effect> effects = new ArrayList<>();
  private final Runs runs = new Runs(effects);
  private final Uses uses = new Uses();

  private Exercise current;
  private @Nullable Draft draft;
  private @Nullable Outcome outcome;
  private @Nullable Draft judged;
  private Panel panel = new Panel.Exercise();
  private String notice = "";
  private int scroll;
  private int columns;
  private int rows;

  public Session(
      Catalog catalog,
      List<Standing> standings,
      Progress progress,
      Exercise first,
      int columns,
      int rows) {
    this.overview = new Overview(catalog, standings, progress);
    this.current = first;
    this.columns = columns;
    this.rows = rows;
  }

  /** Returns what to do first. */
  public List<Effect> start() {
    return List.of(new Effect.Open(current));
  }

  /** Returns whether an event matters: news of a run that was given up do not. */
  public boolean concerns(Event event) {
    return runs.concern(event);
  }

  /**
   * Takes note of an event that {@linkplain #concerns matters}, and returns what is to be done now,
   * in order.
   */
  public List<Effect> on(Event event) {
    effects.clear();
    switch (event) {
      case Event.Opened(Exercise exercise, Draft found) -> opened(exercise, found);
      case Event.Reread(Draft found) -> judgeAgain(found);
      case Event.Saved(Map<ExerciseId, Draft> drafts, Set<String> others) ->
          saved(overview.edits(drafts), others);
      case Event.Pressed(Key key) -> pressed(key);
      case Event.Compiled(_, Set<String> sources) when uses.compile(sources) -> judgeAnew();
      case Event.Compiled _ -> {}
      case Event.TestEnded(_, TestResult result) -> runs.testEnded(result);
      case Event.Done(_, Outcome reached) -> done(reached);
      case Event.Failed failed -> failed(failed);
      case Event.WasReset(Draft starter, String kept) -> wasReset(starter, kept);
      case Event.Compared(String mine, String solution) ->
          show(new Panel.Comparison(mine, solution));
      case Event.Noticed(String text) -> notice = text;
      case Event.Passed(_, int seconds) -> runs.passed(seconds);
      case Event.Resized(int newColumns, int newRows) -> {
        columns = newColumns;
        rows = newRows;
      }
    }
    return List.copyOf(effects);
  }

  private void opened(Exercise exercise, Draft found) {
    current = exercise;
    draft = found;
    outcome = null;
    judged = null;
    uses.forget();
    show(new Panel.Exercise());
    judgeAnew();
  }

  private void judgeAgain(Draft found) {
    runs.abandon();
    draft = found;
    show(new Panel.Exercise());
    if (found.source().missing()) {
      outcome = null;
    } else {
      judge(found);
    }
  }

  private void judge(Draft next) {
    uses.begin();
    runs.begin(current, next);
  }

  /** Gives up what was under way, and judges the file as it is if that makes sense. */
  private void judgeAnew() {
    runs.abandon();
    if (draft != null && draft.source().worthRunning() && !draft.source().missing()) {
      judge(draft);
    }
  }

  /**
   * A save of the current file, or of one that it uses, is judged. A save of another exercise's
   * file makes that one current: whoever edits a file wants to know about it. When many files
   * change at once, as when a branch is checked out, one stays.
   */
  private void saved(Map<ExerciseId, Draft> drafts, Set<String> others) {
    drafts.forEach(this::edited);
    Draft mine = drafts.get(current.id());
    if (mine != null) {
      savedCurrent(mine);
    }
    if (effects.stream().anyMatch(Effect.Judge.class::isInstance)) {
      return; // which sees the others as well
    }
    boolean uncompiled = outcome instanceof Outcome.Uncompiled && runs.underWay().isEmpty();
    if (uses.change(current, overview.files(drafts.keySet()), others, uncompiled)) {
      judgeAnew();
    } else if (mine == null && drafts.size() == 1) {
      ExerciseId other = drafts.keySet().iterator().next();
      overview.find(other).ifPresent(exercise -> effects.add(new Effect.Open(exercise)));
    }
  }

  private void edited(ExerciseId id, Draft found) {
    boolean known = id.equals(current.id()) && judged != null && judged.sameTextAs(found);
    if (!known) {
      overview.edited(id, found);
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
    if (found.source().missing() || !found.source().worthRunning()) {
      runs.abandon();
      outcome = null;
      judged = null;
      return;
    }
    if (runs.underWay().isPresent()) {
      runs.saved(found);
    } else if (judged == null || !judged.sameTextAs(found)) {
      judge(found);
    }
  }

  private void done(Outcome reached) {
    Draft of = runs.end();
    outcome = reached;
    judged = of;
    scroll = 0;
    if (of.source().worthRunning()) {
      overview.judged(current, reached.state());
      effects.add(new Effect.Remember(current, reached, of.source()));
    }
    runs.goOn(current);
    boolean again = reached instanceof Outcome.Uncompiled && uses.changedMeanwhile();
    if (again && runs.underWay().isEmpty()) {
      judgeAnew();
    }
  }

  private void failed(Event.Failed failed) {
    runs.end();
    notice = failed.trouble().what() + " " + failed.trouble().remedy();
  }

  private void wasReset(Draft starter, String kept) {
    draft = starter;
    outcome = null;
    judged = null;
    overview.wasReset(current, starter);
    show(new Panel.Exercise());
    notice = kept.isEmpty() ? "This is the starter." : "Your version is kept in " + kept;
    judgeAnew();
  }

  private void pressed(Key key) {
    notice = "";
    switch (key.kind()) {
      case INTERRUPT -> effects.add(new Effect.Quit());
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> move(-pageSize());
      case PAGE_DOWN -> move(pageSize());
      case ESCAPE -> escape();
      case ENTER -> enter();
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
    return Math.max(1, rows / 2);
  }

  private void move(int lines) {
    if (panel instanceof Panel.Listing(String filter, int selected)) {
      int last = Math.max(0, overview.listed(filter).size() - 1);
      panel = new Panel.Listing(filter, Math.clamp((long) selected + lines, 0, last));
    } else {
      scroll = Math.max(0, scroll + lines);
    }
  }

  private void escape() {
    if (panel instanceof Panel.Exercise && runs.underWay().isPresent()) {
      effects.add(new Effect.Stop());
    }
    show(new Panel.Exercise());
  }

  private void enter() {
    if (panel instanceof Panel.Listing(String filter, int selected)) {
      List<Standing> listed = overview.listed(filter);
      if (selected < listed.size()) {
        effects.add(new Effect.Open(listed.get(selected).exercise()));
      }
    } else if (!(panel instanceof Panel.ResetQuestion)) {
      show(new Panel.Exercise());
    }
  }

  private void command(char letter) {
    if (panel instanceof Panel.ResetQuestion) {
      show(new Panel.Exercise());
      if (letter == 'y') {
        effects.add(new Effect.Reset(current));
      }
      return;
    }
    switch (letter) {
      case 'n' -> next();
      case 'h' -> hint();
      case 'l' -> show(new Panel.Listing("", overview.position(current)));
      case 'r' -> effects.add(new Effect.Reread(current));
      case 'x' -> show(new Panel.ResetQuestion());
      case 's' -> solution();
      case 't' -> evidence();
      case '?' -> show(new Panel.Help());
      case 'q' -> effects.add(new Effect.Quit());
      case 'j' -> move(1);
      case 'k' -> move(-1);
      case ' ' -> move(pageSize());
      default -> notice = "\"" + letter + "\" does nothing here. ? shows what does.";
    }
  }

  private void next() {
    if (!solved()) {
      notice = "Not solved yet: h gives a hint, l lists all exercises, for a jump.";
      return;
    }
    Optional<Exercise> next = overview.unsolvedAfter(current);
    if (next.isPresent()) {
      effects.add(new Effect.Open(next.get()));
    } else {
      show(new Panel.Ending());
    }
  }

  private void hint() {
    int shown = overview.hints(current);
    boolean another = shown == 0 || panel instanceof Panel.Hints;
    if (another && shown < Page.HINTS) {
      shown++;
      overview.showHints(current, shown);
      effects.add(new Effect.RememberHints(current, shown));
    } else if (another) {
      notice = "That was the last hint.";
    }
    show(new Panel.Hints());
  }

  private void solution() {
    if (solved()) {
      effects.add(new Effect.Compare(current));
    } else {
      notice = "Solve it first; then this shows the solution and how yours differs.";
    }
  }

  private void evidence() {
    if (WatchView.evidence(this).isEmpty()) {
      notice = "There is no timeline: the disk has nothing to tell about this verdict.";
    } else {
      show(new Panel.Evidence());
    }
  }

  private void show(Panel next) {
    panel = next;
    scroll = 0;
  }

  /** Returns how an exercise stands. */
  public Standing standing(Exercise exercise) {
    return overview.standing(exercise);
  }

  Overview overview() {
    return overview;
  }

  /** Returns whether the tests accept the file as it is now. */
  public boolean solved() {
    return standing(current).solved() && runs.underWay().isEmpty() && !standing(current).edited();
  }

  public Exercise current() {
    return current;
  }

  /** Returns the last verdict on the current exercise, if there is one. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** Returns the text that the last verdict is about, if there is one. */
  public Optional<Source> judged() {
    return Optional.ofNullable(judged).map(Draft::source);
  }

  Optional<Source> source() {
    return Optional.ofNullable(draft).map(Draft::source);
  }

  Optional<Runs.Running> running() {
    return runs.underWay();
  }

  int hintsShown() {
    return overview.hints(current);
  }

  Panel panel() {
    return panel;
  }

  /** Returns a line about something that just happened; empty if there is none. */
  public String notice() {
    return notice;
  }

  int scroll() {
    return scroll;
  }

  /** Returns how wide the screen is now. */
  public int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }
}
