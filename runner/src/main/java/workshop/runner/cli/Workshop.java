package workshop.runner.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import workshop.runner.course.Catalog;
import workshop.runner.course.CatalogReader;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseFiles;
import workshop.runner.course.ExerciseId;
import workshop.runner.course.ExerciseStatus;
import workshop.runner.course.Progress;
import workshop.runner.course.ProgressFile;
import workshop.runner.course.WorkshopException;
import workshop.runner.judge.BuildOutput;
import workshop.runner.judge.WarmJudge;
import workshop.runner.timeline.TimelineFiles;
import workshop.runner.ui.Json;
import workshop.runner.ui.Line;
import workshop.runner.ui.Painter;
import workshop.runner.worker.Limits;

/** What commands share: the course, the learner's files and progress, and a way to print. */
public final class Workshop {

  private final Environment environment;
  private final Checkout checkout;
  private final ProgressFile progress;
  private final Painter painter;
  private @Nullable Catalog catalog;

  public Workshop(Environment environment) {
    this.environment = environment;
    this.checkout = new Checkout(environment.root());
    this.progress = new ProgressFile(checkout);
    this.painter = Painter.of(checkout.root(), environment.colors(), environment.out().charset());
  }

  Environment environment() {
    return environment;
  }

  Checkout checkout() {
    return checkout;
  }

  ProgressFile progress() {
    return progress;
  }

  TimelineFiles timelines() {
    return new TimelineFiles(checkout.own());
  }

  ExerciseFiles files() {
    return new ExerciseFiles(checkout);
  }

  Painter painter() {
    return painter;
  }

  int width() {
    return environment.width();
  }

  Catalog catalog() throws IOException {
    Catalog known = catalog;
    if (known == null) {
      known = CatalogReader.read(checkout);
      catalog = known;
    }
    return known;
  }

  BuildOutput build() throws IOException {
    return environment.build().find();
  }

  Limits limits() {
    return environment.limits();
  }

  /** Returns a judge that judges one exercise at a time; the caller closes it. */
  WarmJudge judge() throws IOException {
    return new WarmJudge(checkout, build(), limits());
  }

  /** Returns the status of all exercises as they are now. */
  List<ExerciseStatus> statuses() throws IOException {
    Progress known = progress.load();
    List<ExerciseStatus> statuses = new ArrayList<>();
    for (Exercise exercise : catalog().exercises()) {
      statuses.add(
          ExerciseStatus.of(exercise, known.mark(exercise.id()), checkout.draft(exercise)));
    }
    return statuses;
  }

  /** Returns the exercise to continue with: the one chosen last, or the first unsolved one. */
  Exercise current() throws IOException {
    List<ExerciseStatus> statuses = statuses();
    Optional<ExerciseId> chosen = progress.load().current();
    return statuses.stream()
        .filter(s ->
            chosen.filter(s.exercise().id()::equals).isPresent() && (!s.solved() || s.edited()))
        .findFirst()
        .or(() -> statuses.stream().filter(s -> !s.solved()).findFirst())
        .map(ExerciseStatus::exercise)
        .orElse(catalog().exercises().getLast());
  }

  Exercise exerciseOrCurrent(Optional<String> typed) throws IOException {
    return typed.isPresent() ? catalog().named(typed.get()) : current();
  }

  /**
   * Saves progress for a command with another purpose: if saving fails, the command prints a
   * message and continues.
   */
  void tryToRemember(UnaryOperator<Progress> change) {
    try {
      progress.update(change);
    } catch (IOException e) {
      WorkshopException failure = WorkshopException.of(e);
      environment.complain("Your progress could not be saved. " + failure.what());
      environment.complain(failure.remedy());
    }
  }

  void print(List<Line> lines) {
    lines.forEach(this::print);
  }

  void print(Line line) {
    environment.out().println(painter.paint(line));
  }

  /** Prints prose. */
  void print(String text) {
    print(environment.fitted(Line.of(text)));
  }

  /** Prints a line of data for programs. */
  void printData(Object json) {
    environment.out().println(Json.tree(json));
  }
}
