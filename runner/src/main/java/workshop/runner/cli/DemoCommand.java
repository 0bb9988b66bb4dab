package workshop.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import workshop.runner.course.Exercise;
import workshop.runner.course.WorkshopException;
import workshop.runner.judge.DemoProgram;

final class DemoCommand implements Command {

  private static final String USUAL = "WriteThenRead";

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException {
    String module = arguments.requiredWord("the number of a module, such as 01");
    List<Exercise> exercises = exercises(workshop, module);
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

  private static List<Exercise> exercises(Workshop workshop, String typed) throws IOException {
    String wanted = typed.length() == 1 ? "0" + typed : typed;
    List<Exercise> found =
        workshop.catalog().exercises().stream()
            .filter(e -> e.module().equals(wanted) || e.module().startsWith(wanted + "-"))
            .toList();
    if (found.isEmpty()) {
      String modules =
          workshop.catalog().exercises().stream()
              .map(e -> e.module().substring(0, 2))
              .distinct()
              .collect(Collectors.joining(", "));
      throw new WorkshopException(
          "There is no module \"" + typed + "\".", "There are these: " + modules + ".");
    }
    return found;
  }
}
