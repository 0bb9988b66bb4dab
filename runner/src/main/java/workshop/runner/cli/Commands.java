package workshop.runner.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import workshop.runner.course.Nearest;
import workshop.runner.course.WorkshopException;

/** All commands: what each understands, and what help says of it. */
@SuppressWarnings("ImmutableEnumChecker") // the suppliers are constructors
public enum Commands {
  WATCH(
      Usage.of("watch", "a verdict on every save")
          .takes("--plain", "line by line, without screen control")
          .takes("--json", "an event a line, as JSON, for programs")
          .does(
              "Watches the files of all exercises and judges the one that is saved. In a terminal it "
                  + "takes keys, `?` shows them; elsewhere a letter and enter. `./workshop` alone "
                  + "does the same in a terminal.")
          .ends("it was ended", "")
          .example("watch --plain"),
      WatchCommand::new),
  LIST(
      Usage.of("list", "all exercises, and how they stand")
          .takes("--json", "one line of JSON, for programs")
          .does(
              "Lists the exercises, module by module, with what their last verdict was. An arrow "
                  + "points to the current one; \"edited\" says that the file has changed since.")
          .ends("it is listed, solved or not", ""),
      ListCommand::new),
  RUN(
      Usage.of("run", "compile and test one exercise")
          .takes("[ID]", "the exercise; if left out, the current one")
          .takes("--json", "the verdict as one line of JSON, for programs")
          .does(
              "Compiles the exercise's file, has its suite judge it in a JVM of its own, and shows "
                  + "the verdict with the task below it. A file that is still the starter is not run.")
          .ends("its tests passed", "they did not, or it is not started")
          .example("run 01-2"),
      RunCommand::new),
  HINT(
      Usage.of("hint", "the next hint; there are three or four")
          .takes("[ID]", "the exercise; if left out, the current one")
          .takes("--level N", "this hint, from 1 to 3, instead of the next")
          .does("Shows a hint. Each says more than the one before; the third is almost the answer.")
          .example("hint 01-2 --level 1"),
      HintCommand::new),
  RESET(
      Usage.of("reset", "back to the starter; your version is kept")
          .takes("ID", "the exercise")
          .does(
              "Puts the starter in the place of your file, and says where your version is kept. "
                  + "What the tests said, and which hints were shown, is forgotten.")
          .example("reset 01-2"),
      ResetCommand::new),
  SOLUTION(
      Usage.of("solution", "the solution, and how yours differs")
          .takes("ID", "the exercise")
          .takes("--spoil", "also if it is not solved")
          .does("Shows the solution, and then the lines in which your file differs from it.")
          .ends("it is shown", "the exercise is not solved, and --spoil is missing")
          .example("solution 01-2"),
      SolutionCommand::new),
  CHECK(
      Usage.of("check", "all exercises, or all solutions")
          .takes("--solutions", "the solutions instead of your files")
          .takes("--json", "all verdicts as one line of JSON, for programs")
          .does("Judges every exercise that was begun, several at once, and shows what failed.")
          .ends("all passed", "not all passed")
          .example("check --json"),
      CheckCommand::new),
  GOTO(
      Usage.of("goto", "go on at ID; fills what comes before it")
          .takes("ID", "the exercise to go on with")
          .does(
              "For whoever joins late: what comes before the exercise and is not solved gets the "
                  + "solution. Your versions are kept, and it says where.")
          .example("goto 02-1"),
      GotoCommand::new),
  TIMELINE(
      Usage.of("timeline", "which thread did what in the last run")
          .takes("[ID]", "the exercise; if left out, the current one")
          .does(
              "Draws a row for each thread of the last recorded run: when it was in a file "
                  + "operation, waited, or was free. Also writes a page for a browser and a trace for "
                  + "Perfetto.")
          .ends("it is drawn", "no run has been recorded yet")
          .example("timeline 02-1"),
      TimelineCommand::new),
  DEMO(
      Usage.of("demo", "the finished program of module NN, or of all")
          .takes("NN", "the module, or `all`")
          .takes("--orders N", "how many files to write and read at once; 8 if left out")
          .takes("--disk-latency N", "how many milliseconds each operation takes; 10 if left out")
          .does(
              "Runs the program that a module leads to: write, then read; in 05 a hundred downloads. "
                  + "Then the solution handles several orders at once on a slow disk, and you see which "
                  + "thread did what. `all` puts the techniques on one page.")
          .ends("the program did its work", "the program failed")
          .example("demo 03 --orders 20"),
      DemoCommand::new),
  COMPARE(
      Usage.of("compare", "measures every technique on this machine")
          .takes("[OPTION…]", "./workshop compare --help shows them")
          .does(
              "Measures all techniques side by side, in about two minutes, and writes a report. Its "
                  + "first start builds what only the comparison needs.")
          .ends("all was measured", "not all was measured"),
      CompareCommand::new),
  DOCTOR(
      Usage.of("doctor", "is all here that the workshop needs?")
          .takes("--json", "what was found as one line of JSON, for programs")
          .does("Says what was found, what is missing, and the remedy.")
          .ends("nothing is missing", ""),
      DoctorCommand::new),
  VERSION(
      Usage.of("version", "its version and the JDK's; also --version")
          .does(
              "Says which version this is, and which JDK it runs with. `--version` does the same.")
          .ends("it is said", ""),
      VersionCommand::new),
  HELP(
      Usage.of("help", "this page, or a page on one command")
          .takes("[COMMAND]", "the command; ./workshop COMMAND --help does the same")
          .does("Shows all commands, or how one of them is used.")
          .ends("it is shown", "")
          .example("help run"),
      HelpCommand::new);

  private final Usage usage;
  private final Supplier<Command> command;

  Commands(Usage usage, Supplier<Command> command) {
    this.usage = usage;
    this.command = command;
  }

  Usage usage() {
    return usage;
  }

  static List<Usage> usages() {
    return Arrays.stream(values()).map(Commands::usage).toList();
  }

  /**
   * Does what was typed.
   *
   * @return the exit code
   * @throws WorkshopException if it cannot be understood, or something around it is broken
   */
  public static int run(Workshop workshop, List<String> typed)
      throws IOException, InterruptedException {
    if (typed.isEmpty()) {
      return new StartCommand().run(workshop, Arguments.parse(WATCH.usage, typed));
    }
    String name = typed.getFirst().equals("--version") ? "version" : typed.getFirst();
    List<String> rest = typed.subList(1, typed.size());
    if (List.of("-h", "--help").contains(name)) {
      return HELP.start(workshop, rest);
    }
    if (rest.contains("--help") || rest.contains("-h")) {
      return HELP.start(workshop, List.of(name));
    }
    return find(name).start(workshop, rest);
  }

  private int start(Workshop workshop, List<String> typed)
      throws IOException, InterruptedException {
    return command.get().run(workshop, Arguments.parse(usage, typed));
  }

  static Commands find(String name) {
    Optional<Commands> found =
        Arrays.stream(values()).filter(c -> c.usage.name().equals(name)).findFirst();
    if (found.isPresent()) {
      return found.get();
    }
    List<String> names = usages().stream().map(Usage::name).toList();
    List<String> near = Nearest.to(name, names, 2);
    throw new WorkshopException(
        "There is no command \"" + name + "\".",
        (near.isEmpty() ? "" : "Did you mean " + String.join(", ", near) + "? ")
            + "./workshop help shows them all.");
  }
}
