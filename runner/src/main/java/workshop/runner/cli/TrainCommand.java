package workshop.runner.cli;

import workshop.runner.course.Exercise;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.judge.Submission;
import workshop.runner.ui.ResultView;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import workshop.runner.course.WorkshopException;
import workshop.runner.judge.BuildOutput;
import workshop.runner.judge.CacheTraining;

/**
 * What the script does in the background after a build: has the JVM that it runs in load what
 * commands need, while that JVM records its own cache, and makes the cache for workers.
 */
final class TrainCommand implements Command {

  /** Not for people, and so not in the help. */
  static final String NAME = "--train";

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Workshop silent = new Workshop(workshop.environment().withOutput(nowhere));
    for (String typed : List.of("list", "help")) {
      Commands.run(silent, List.of(typed));
    }
    Exercise exercise = workshop.catalog().exercises().getFirst();
    ExerciseResult result =
        RunCommand.judge(workshop, Submission.ofSolution(workshop.checkout(), exercise));
    silent.print(ResultView.lines(exercise, result, workshop.width()));
    BuildOutput build = workshop.build();
    Path cache =
        build
            .cache()
            .orElseThrow(() ->
                new WorkshopException(
                    "There is no place for caches.", "The script runs this command."));
    CacheTraining.makeWorkerCache(workshop.checkout(), build, workshop.catalog(), cache);
    return PASSED;
  }
}
