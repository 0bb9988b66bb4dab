package workshop.runner.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import workshop.runner.checkout.Checkout;
import workshop.runner.checkout.Course;
import workshop.runner.checkout.Drafts;
import workshop.runner.checkout.ProgressFile;
import workshop.runner.core.Catalog;
import workshop.runner.core.Exercise;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Outcome;
import workshop.runner.core.Progress;
import workshop.runner.core.Source;
import workshop.runner.core.Standing;
import workshop.runner.core.Trouble;
import workshop.runner.engine.Engine;
import workshop.runner.engine.Equipment;
import workshop.runner.engine.Limits;
import workshop.runner.terminal.Painter;
import workshop.runner.view.Line;

/** What commands share: the course, the learner's files and progress, and a way to print. */
public final class Workshop {

  private final Surroundings surroundings;
  private final Checkout checkout;
  private final ProgressFile progress;
  private final Painter painter;
  private @Nullable Catalog catalog;

  public Workshop(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.checkout = new Checkout(surroundings.root());
    this.progress = new ProgressFile(checkout);
    this.painter = Painter.of(checkout.root(), surroundings.colors(), surroundings.out().charset());
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Checkout checkout() {
    return checkout;
  }

  ProgressFile progress() {
    return progress;
  }

  Drafts drafts() {
    return new Drafts(checkout);
  }

  Painter painter() {
    return painter;
  }

  int width() {
    return surroundings.width();
  }

  Catalog catalog() throws IOException {
    Catalog known = catalog;
    if (known == null) {
      known = Course.read(checkout);
      catalog = known;
    }
    return known;
  }

  Equipment equipment() throws IOException {
    return surroundings.equipment().equip();
  }

  Limits limits() {
    return surroundings.limits();
  }

  /** Returns the engine that runs suites; the caller closes it. */
  Engine engine() throws IOException {
    return new Engine(checkout, equipment(), limits(), catalog().exercises().getFirst());
  }

  /** Returns how all exercises stand now. */
  List<Standing> standings() throws IOException {
    Progress known = progress.load();
    List<Standing> standings = new ArrayList<>();
    for (Exercise exercise : catalog().exercises()) {
      standings.add(Standing.of(exercise, known.mark(exercise.id()), checkout.source(exercise)));
    }
    return standings;
  }

  /** Returns the exercise to go on with: the one chosen last, or the first that is not solved. */
  Exercise current() throws IOException {
    List<Standing> standings = standings();
    Optional<ExerciseId> chosen = progress.load().current();
    return standings.stream()
        .filter(s ->
            chosen.filter(s.exercise().id()::equals).isPresent() && (!s.solved() || s.edited()))
        .findFirst()
        .or(() -> standings.stream().filter(s -> !s.solved()).findFirst())
        .map(Standing::exercise)
        .orElse(catalog().exercises().getLast());
  }

  /**
   * Returns the exercise that is meant.
   *
   * @throws Trouble with what was probably meant, if there is no such exercise
   */
  Exercise exercise(String typed) throws IOException {
    Optional<Exercise> found = ExerciseId.parse(typed).flatMap(this::find);
    if (found.isPresent()) {
      return found.get();
    }
    throw new Trouble(
        "There is no exercise \"" + typed + "\".",
        byName(typed).orElse(catalog().guess(typed)) + "./workshop list shows them all.");
  }

  /** Returns what is said to somebody who typed the name of a class, a file or a module. */
  private Optional<String> byName(String typed) throws IOException {
    String name = typed.substring(typed.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
    List<String> ids =
        catalog().exercises().stream()
            .filter(e -> e.page().file().equals(name + ".java"))
            .map(e -> e.id().toString())
            .toList();
    if (!ids.isEmpty()) {
      return Optional.of(name + " is " + String.join(", ", ids) + ". ");
    }
    List<String> modules =
        catalog().exercises().stream().map(e -> e.module().substring(0, 2)).distinct().toList();
    return typed.matches("[0-9]+(-.*)?") && !modules.contains(typed.replaceFirst("-.*", ""))
        ? Optional.of("The modules are " + String.join(", ", modules) + ". ")
        : Optional.empty();
  }

  private Optional<Exercise> find(ExerciseId id) {
    try {
      return catalog().find(id);
    } catch (IOException e) {
      throw Trouble.of(e);
    }
  }

  Exercise exerciseOrCurrent(Optional<String> typed) throws IOException {
    return typed.isPresent() ? exercise(typed.get()) : current();
  }

  /** Remembers what the tests said of a file with that digest. */
  void remember(Exercise exercise, Outcome outcome, Source source) throws IOException {
    progress.update(before -> before.after(exercise.id(), outcome.state(), source.digest()));
  }

  /**
   * Changes what is remembered, for a command whose purpose is another one: it goes on if that is
   * not possible, and says so.
   */
  void tryToRemember(UnaryOperator<Progress> change) {
    try {
      progress.update(change);
    } catch (IOException e) {
      Trouble trouble = Trouble.of(e);
      complain("This could not be recorded. " + trouble.what());
      complain(trouble.remedy());
    }
  }

  private void complain(String text) {
    surroundings.fitted(Line.of(text)).forEach(line -> surroundings.err().println(line.text()));
  }

  void print(List<Line> lines) {
    lines.forEach(this::print);
  }

  void print(Line line) {
    surroundings.out().println(painter.paint(line));
  }

  /** Prints prose. */
  void print(String text) {
    print(surroundings.fitted(Line.of(text)));
  }

  /** Prints a line of data for programs. */
  void printData(Object json) {
    surroundings.out().println(json);
  }
}
