package workshop.runner.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import workshop.runner.course.Exercise;
import workshop.runner.course.WorkshopException;
import workshop.runner.judge.BatchJudge;
import workshop.runner.judge.DemoProgram;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.judge.Submission;
import workshop.runner.timeline.TimelineFiles;
import workshop.runner.timeline.TimelinePage;
import workshop.runner.ui.Line;
import workshop.runner.ui.Style;
import workshop.testkit.exercise.RecordedRun;

/** Runs a module's finished program, then the solution with several orders on a slow disk. */
final class DemoCommand implements Command {

  private static final String ALL = "all";
  private static final String USUAL = "WriteThenRead";
  private static final int MOST_ORDERS = 200;
  private static final int LONGEST_LATENCY = 100;

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException {
    String module = arguments.requiredWord("the number of a module, such as 01, or all");
    List<String> options =
        List.of(
            "-Dworkshop.orders=" + number(arguments, "--orders", 8, MOST_ORDERS),
            "-Dworkshop.disk.latency=" + number(arguments, "--disk-latency", 10, LONGEST_LATENCY),
            "-Dworkshop.deadline=600"); // seconds: many orders on a slow disk take minutes
    if (module.equals(ALL)) {
      return all(workshop, options);
    }
    List<Exercise> exercises = exercises(workshop, module);
    if (runProgram(workshop, exercises) != PASSED) {
      return FAILED;
    }
    workshop.print(Line.EMPTY);
    record(workshop, compared(exercises), options)
        .ifPresent(run -> TimelineCommand.draw(workshop, run));
    return PASSED;
  }

  private static int number(Arguments arguments, String option, int usual, int most) {
    String typed = arguments.value(option).orElse(String.valueOf(usual));
    if (typed.matches("[1-9][0-9]{0,3}") && Integer.parseInt(typed) <= most) {
      return Integer.parseInt(typed);
    }
    throw arguments.wrong(option + " is a number from 1 to " + most + ", not \"" + typed + "\"");
  }

  /** Runs the module's program, which prints to the output of this command. */
  private static int runProgram(Workshop workshop, List<Exercise> exercises)
      throws IOException, InterruptedException {
    String program =
        exercises.stream()
            .map(e -> e.page().demo())
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(USUAL);
    Exercise any = exercises.getFirst();
    Path folder = workshop.checkout().own().resolve("demo").resolve(any.module());
    workshop.environment().out().flush();
    int exitCode = DemoProgram.run(workshop.checkout(), workshop.build(), any, program, folder);
    if (workshop.environment().outputIsTerminal()) {
      workshop
          .environment()
          .err()
          .println("(It ran in " + workshop.checkout().relative(folder) + ".)");
    }
    return exitCode == 0 ? PASSED : FAILED;
  }

  private static int all(Workshop workshop, List<String> options)
      throws IOException, InterruptedException {
    List<TimelinePage.Section> sections = new ArrayList<>();
    Map<String, List<Exercise>> modules =
        workshop.catalog().exercises().stream()
            .collect(groupingBy(Exercise::module, TreeMap::new, toList()));
    for (List<Exercise> module : modules.values()) {
      Exercise compared = compared(module);
      Optional<RecordedRun> recorded = record(workshop, compared, options);
      if (recorded.isEmpty()) {
        return FAILED;
      }
      workshop.print(Line.EMPTY);
      workshop.print(Line.of(Style.STRONG, compared.id() + " " + compared.title()));
      TimelineCommand.draw(workshop, recorded.get());
      sections.add(TimelineFiles.section(compared, recorded.get()));
    }
    Path page = workshop.timelines().writePage("all", "The same orders, five techniques", sections);
    workshop.print(Line.EMPTY);
    workshop.print("For a browser: " + workshop.checkout().relative(page));
    return PASSED;
  }

  /** Returns the exercise whose run is shown: the program of the guide, or the last one. */
  private static Exercise compared(List<Exercise> module) {
    return module.stream()
        .filter(e -> e.file().endsWith("/" + USUAL + ".java"))
        .findFirst()
        .orElse(module.getLast());
  }

  /** Judges the solution and returns the recorded run; prints the reason if there is none. */
  private static Optional<RecordedRun> record(
      Workshop workshop, Exercise exercise, List<String> options)
      throws IOException, InterruptedException {
    List<ExerciseResult> results = new ArrayList<>();
    BatchJudge.judge(
        workshop.checkout(),
        workshop.build().withWorkerOptions(options),
        workshop.limits().forDemos(),
        1,
        List.of(Submission.ofSolution(workshop.checkout(), exercise)),
        (_, result) -> results.add(result));
    ExerciseResult result = results.getFirst();
    if (result.recorded().isEmpty()) {
      workshop.print(
          "No timeline was recorded. "
              + result.mainMessage().orElse("The tests performed no disk operation."));
    }
    return result.recorded();
  }

  private static List<Exercise> exercises(Workshop workshop, String typed) throws IOException {
    String wanted = typed.length() == 1 ? "0" + typed : typed;
    List<Exercise> found =
        workshop.catalog().exercises().stream()
            .filter(e -> e.module().equals(wanted) || e.module().startsWith(wanted + "-"))
            .toList();
    if (found.isEmpty()) {
      throw new WorkshopException(
          "There is no module \"" + typed + "\".",
          "The modules are " + workshop.catalog().modules() + ".");
    }
    return found;
  }
}
