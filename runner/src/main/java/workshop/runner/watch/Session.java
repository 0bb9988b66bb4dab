package workshop.runner.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import workshop.testkit.judge.State;
import workshop.testkit.judge.TestResult;

/**
 * One sitting in front of the watch: which exercise, what its tests said, what is shown.
 *
 * <p>Not safe for use by several threads: one loop hands it one event after the other.
 */
public final class Session {

  /** A run that is this old is cut short by the next save; a younger one ends soon enough. */
  private static final int PATIENCE_SECONDS = 1;

  /** A run under way. */
  record Running(int number, Draft draft, int seconds, List<TestResult> tests) {}

  private final Catalog catalog;
  private final Map<ExerciseId, Standing> standings = new HashMap<>();
  private final Map<ExerciseId, Integer> hints = new HashMap<>();
  private final List<Effect> effects = new ArrayList<>();

  private Exercise current;
  private @Nullable Draft draft;
  private @Nullable Outcome outcome;
  private @Nullable Draft judged;
  private @Nullable Running running;
  private @Nullable Draft waiting;
  private Panel panel = new Panel.Exercise();
  private Set<String> uses = Set.of();
  private String notice = "";
  private int runs;
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
    this.catalog = catalog;
    this.current = first;
    this.columns = columns;
    this.rows = rows;
    for (Standing standing : standings) {
      ExerciseId id = standing.exercise().id();
      this.standings.put(id, standing);
      hints.put(id, progress.hints(id));
    }
  }

  /** Returns what to do first. */
  public List<Effect> start() {
    return List.of(new Effect.Open(current));
  }

  /** Returns whether an event matters: news of a run that was given up do not. */
  public boolean concerns(Event event) {
    return switch (event) {
      case Event.Compiled(int run, _) -> isRunning(run);
      case Event.TestEnded(int run, _) -> isRunning(run);
      case Event.Done(int run, _) -> isRunning(run);
      case Event.Failed(int run, _) -> isRunning(run);
      case Event.Passed(int run, _) -> isRunning(run);
      case Event.Opened _, Event.Reread _, Event.Saved _, Event.Pressed _ -> true;
      case Event.WasReset _, Event.Compared _, Event.Noticed _, Event.Resized _ -> true;
    };
  }

  private boolean isRunning(int run) {
    return running != null && running.number() == run;
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
      case Event.Saved(Map<ExerciseId, Draft> drafts) -> saved(drafts);
      case Event.Pressed(Key key) -> pressed(key);
      case Event.Compiled(_, Set<String> sources) -> uses = sources;
      case Event.TestEnded(int run, TestResult result) -> testEnded(run, result);
      case Event.Done(_, Outcome reached) -> done(reached);
      case Event.Failed failed -> failed(failed);
      case Event.WasReset(Draft starter, String kept) -> wasReset(starter, kept);
      case Event.Compared(String mine, String solution) ->
          show(new Panel.Comparison(mine, solution));
      case Event.Noticed(String text) -> notice = text;
      case Event.Passed(int run, int seconds) -> passed(run, seconds);
      case Event.Resized(int newColumns, int newRows) -> {
        columns = newColumns;
        rows = newRows;
      }
    }
    return List.copyOf(effects);
  }

  private void opened(Exercise exercise, Draft found) {
    abandonRun();
    current = exercise;
    draft = found;
    outcome = null;
    judged = null;
    waiting = null;
    uses = Set.of();
    show(new Panel.Exercise());
    if (found.source().worthRunning() && !found.source().missing()) {
      judge(found);
    }
  }

  private void judgeAgain(Draft found) {
    abandonRun();
    draft = found;
    show(new Panel.Exercise());
    if (found.source().missing()) {
      outcome = null;
    } else {
      judge(found);
    }
  }

  private void abandonRun() {
    if (running != null) {
      effects.add(new Effect.Abandon());
      running = null;
    }
  }

  private void judge(Draft next) {
    runs++;
    running = new Running(runs, next, 0, List.of());
    waiting = null;
    effects.add(new Effect.Judge(runs, current, next));
  }

  /**
   * A save of the current file is judged. A save of another exercise's file makes that one current:
   * whoever edits a file wants to know about it; unless the current one uses that file. When many
   * files change at once, as when a branch is checked out, one stays.
   */
  private void saved(Map<ExerciseId, Draft> drafts) {
    drafts.forEach(this::edited);
    Draft mine = drafts.get(current.id());
    if (mine != null) {
      savedCurrent(mine);
    } else if (drafts.keySet().stream().anyMatch(this::isUsed)) {
      abandonRun();
      if (draft != null && draft.source().worthRunning()) {
        judge(draft);
      }
    } else if (drafts.size() == 1) {
      ExerciseId other = drafts.keySet().iterator().next();
      catalog.find(other).ifPresent(exercise -> effects.add(new Effect.Open(exercise)));
    }
  }

  private boolean isUsed(ExerciseId id) {
    return catalog.find(id).filter(e -> uses.contains(e.file())).isPresent();
  }

  private void edited(ExerciseId id, Draft found) {
    Standing before = standings.get(id);
    boolean known = id.equals(current.id()) && judged != null && judged.sameTextAs(found);
    if (before != null && !known) {
      boolean started = found.source().worthRunning();
      State state = started ? before.state() : State.NOT_STARTED;
      standings.put(id, new Standing(before.exercise(), state, started, false));
    }
  }

  private void savedCurrent(Draft found) {
    if (draft != null && draft.sameTextAs(found)) {
      return;
    }
    draft = found;
    notice = "";
    if (panel instanceof Panel.Hints || panel instanceof Panel.Evidence) {
      show(new Panel.Exercise());
    }
    if (found.source().missing() || !found.source().worthRunning()) {
      abandonRun();
      waiting = null;
      outcome = null;
      judged = null;
      return;
    }
    if (running == null) {
      if (judged == null || !judged.sameTextAs(found)) {
        judge(found);
      }
    } else if (running.draft().sameTextAs(found)) {
      waiting = null;
    } else if (running.seconds() >= PATIENCE_SECONDS) {
      abandonRun();
      judge(found);
    } else {
      waiting = found;
    }
  }

  private void testEnded(int run, TestResult result) {
    if (running != null) {
      List<TestResult> tests = new ArrayList<>(running.tests());
      tests.add(result);
      running = new Running(run, running.draft(), running.seconds(), List.copyOf(tests));
    }
  }

  private void passed(int run, int seconds) {
    if (running != null) {
      running = new Running(run, running.draft(), seconds, running.tests());
      if (waiting != null && seconds >= PATIENCE_SECONDS) {
        Draft next = waiting;
        abandonRun();
        judge(next);
      }
    }
  }

  private void done(Outcome reached) {
    if (running == null) {
      return;
    }
    Draft of = running.draft();
    running = null;
    outcome = reached;
    judged = of;
    scroll = 0;
    if (of.source().worthRunning()) {
      standings.put(current.id(), new Standing(current, reached.state(), false, false));
      effects.add(new Effect.Remember(current, reached, of.source()));
    }
    if (waiting != null) {
      judge(waiting);
    }
  }

  private void failed(Event.Failed failed) {
    running = null;
    notice = failed.trouble().what() + " " + failed.trouble().remedy();
  }

  private void wasReset(Draft starter, String kept) {
    abandonRun();
    waiting = null;
    draft = starter;
    outcome = null;
    judged = null;
    standings.put(current.id(), new Standing(current, State.NOT_STARTED, false, false));
    hints.put(current.id(), 0);
    show(new Panel.Exercise());
    notice = kept.isEmpty() ? "This is the starter." : "Your version is kept in " + kept;
    if (starter.source().worthRunning()) {
      judge(starter);
    }
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
        if (panel instanceof Panel.Listing(String filter, int at) && !filter.isEmpty()) {
          show(new Panel.Listing(filter.substring(0, filter.length() - 1), 0));
        }
      }
      case LETTER -> {
        if (panel instanceof Panel.Listing(String filter, int at)) {
          show(new Panel.Listing(filter + key.letter(), 0));
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
      int last = Math.max(0, listed(filter).size() - 1);
      panel = new Panel.Listing(filter, Math.clamp((long) selected + lines, 0, last));
    } else {
      scroll = Math.max(0, scroll + lines);
    }
  }

  private void escape() {
    if (panel instanceof Panel.Exercise && running != null) {
      effects.add(new Effect.Stop());
    }
    show(new Panel.Exercise());
  }

  private void enter() {
    if (panel instanceof Panel.Listing(String filter, int selected)) {
      List<Standing> listed = listed(filter);
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
      case 'l' -> show(new Panel.Listing("", positionOfCurrent()));
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
    Optional<Exercise> next =
        catalog.exercises().stream()
            .filter(e -> e.id().compareTo(current.id()) > 0)
            .filter(e -> !standing(e).solved())
            .findFirst()
            .or(() -> catalog.exercises().stream().filter(e -> !standing(e).solved()).findFirst());
    if (next.isPresent()) {
      effects.add(new Effect.Open(next.get()));
    } else {
      show(new Panel.Ending());
    }
  }

  private void hint() {
    int shown = hints.getOrDefault(current.id(), 0);
    boolean another = shown == 0 || panel instanceof Panel.Hints;
    if (another && shown < Page.HINTS) {
      shown++;
      hints.put(current.id(), shown);
      effects.add(new Effect.RememberHints(current, shown));
    } else if (another) {
      notice = "That was the last hint.";
    }
    String kept = notice;
    show(new Panel.Hints());
    notice = kept;
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

  private int positionOfCurrent() {
    return Math.max(0, catalog.exercises().indexOf(current));
  }

  /** Returns how an exercise stands. */
  public Standing standing(Exercise exercise) {
    Standing known = standings.get(exercise.id());
    return known == null ? new Standing(exercise, State.NOT_STARTED, false, false) : known;
  }

  /** Returns how all exercises stand, in order. */
  List<Standing> standings() {
    return catalog.exercises().stream().map(this::standing).toList();
  }

  /** Returns the exercises that a filter leaves: all words must be found in id, title or file. */
  List<Standing> listed(String filter) {
    List<String> words = List.of(filter.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    return standings().stream()
        .filter(standing -> {
          Exercise e = standing.exercise();
          String text = e.id() + " " + e.title() + " " + e.file() + " " + standing.state().id();
          return words.stream().allMatch(text.toLowerCase(Locale.ROOT)::contains);
        })
        .toList();
  }

  /** Returns whether the tests accept the file as it is now. */
  public boolean solved() {
    return standing(current).solved() && running == null && !standing(current).edited();
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

  Optional<Running> running() {
    return Optional.ofNullable(running);
  }

  int hintsShown() {
    return hints.getOrDefault(current.id(), 0);
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

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }
}
