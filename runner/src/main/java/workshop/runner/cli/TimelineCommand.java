package workshop.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import workshop.runner.course.Exercise;
import workshop.runner.timeline.TextTimeline;
import workshop.runner.timeline.TimelineFiles;
import workshop.runner.ui.Line;
import workshop.runner.ui.Style;
import workshop.testkit.exercise.RecordedRun;

/** Shows what the threads did in the last recorded run of an exercise. */
final class TimelineCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException {
    Exercise exercise = workshop.exerciseOrCurrent(arguments.word());
    TimelineFiles files = workshop.timelines();
    Optional<RecordedRun> found = files.load(exercise);
    if (found.isEmpty()) {
      workshop.print("No run of " + exercise.id() + " has been recorded yet.");
      workshop.print("./workshop run " + exercise.id() + " records one.");
      return FAILED;
    }
    RecordedRun run = found.get();
    workshop.print(
        Line.of(Style.STRONG, exercise.id() + " " + exercise.title()).plus("  " + run.test()));
    workshop.print(Line.EMPTY);
    draw(workshop, run);
    Path page =
        files.writePage(
            exercise.id().toString(),
            exercise.id() + " " + exercise.title(),
            List.of(TimelineFiles.section(exercise, run)));
    Path trace = files.writeTrace(exercise, run);
    workshop.print(Line.EMPTY);
    workshop.print("For a browser: " + workshop.checkout().relative(page));
    workshop.print("For Perfetto:  " + workshop.checkout().relative(trace));
    return PASSED;
  }

  /** Prints the drawing of a run. */
  static void draw(Workshop workshop, RecordedRun run) {
    TextTimeline.draw(run.timeline(), workshop.width(), workshop.painter().symbols()).stream()
        .map(Line::of)
        .forEach(workshop::print);
    if (run.contrast() != null) {
      workshop.print(run.contrast().comparison() + ".");
    }
  }
}
