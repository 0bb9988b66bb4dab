package workshop.runner.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import workshop.runner.course.Nearest;
import workshop.runner.course.WorkshopException;

/** All commands: what each one accepts, and what help says about it. */
@SuppressWarnings("ImmutableEnumChecker") // the suppliers are constructors
public enum Commands {
  WATCH(
      Usage.of("watch", "a verdict on every save")
          .takes("--plain", "line by line, without screen control")
          .takes("--json", "each event as a line of JSON, for programs")
          .does(
              "Watches the files of all exercises and judges the one that you save. In a "
                  + "terminal, you control it with single keys, and `?` lists them. Without a "
                  + "terminal, type a letter and press enter. `./workshop` alone does the same as "
                  + "`./workshop watch`.")
          .ends("you quit", "")
          .example("watch --plain"),
      WatchCommand::new),
  LIST(
      Usage.of("list", "all exercises and your progress")
          .takes("--json", "one line of JSON, for programs")
          .does(
              "Lists the exercises, module by module, each with its last result. An arrow points "
                  + "to the current exercise. \"edited\" means that the file has changed since "
                  + "its last result.")
          .ends("the list was printed", ""),
      ListCommand::new),
  RUN(
      Usage.of("run", "compile and test one exercise")
          .takes("[ID]", "the exercise; the current one by default")
          .takes("--json", "the verdict as one line of JSON, for programs")
          .does(
              "Compiles your file, runs the exercise's tests in a separate JVM, and shows the "
                  + "verdict with the task below it. A file that is still the starter is not run.")
          .ends("all tests passed", "a test failed, or you have not started the exercise")
          .example("run 01-2"),
      RunCommand::new),
  HINT(
      Usage.of("hint", "the next hint; there are three or four")
          .takes("[ID]", "the exercise; the current one by default")
          .takes("--level N", "hint N instead of the next one")
          .does(
              "Shows a hint. Each hint says more than the one before, and the last hint is "
                  + "almost the answer.")
          .ends("the hint was shown", "")
          .example("hint 01-2 --level 1"),
      HintCommand::new),
  RESET(
      Usage.of("reset", "restore the starter; your version is kept")
          .takes("ID", "the exercise")
          .does(
              "Replaces your file with the starter, and says where your version is kept. The "
                  + "workshop forgets the last verdict and which hints you have seen.")
          .ends("the starter is back", "")
          .example("reset 01-2"),
      ResetCommand::new),
  SOLUTION(
      Usage.of("solution", "the solution, and how yours differs")
          .takes("ID", "the exercise")
          .takes("--spoil", "even if the exercise is not solved")
          .does("Shows the solution, and then the lines in which your file differs from it.")
          .ends("the solution was shown", "the exercise is not solved, and --spoil is missing")
          .example("solution 01-2"),
      SolutionCommand::new),
  CHECK(
      Usage.of("check", "judge all exercises, or all solutions")
          .takes("--solutions", "the solutions instead of your files")
          .takes("--json", "all verdicts as one line of JSON, for programs")
          .does(
              "Judges every exercise that you have started, several at a time, and shows the "
                  + "failures.")
          .ends("all exercises passed", "not all exercises passed")
          .example("check --json"),
      CheckCommand::new),
  GOTO(
      Usage.of("goto", "jump to ID; earlier exercises get their solutions")
          .takes("ID", "the exercise to continue with")
          .does(
              "Helps you catch up: each unsolved exercise before ID gets its solution. The "
                  + "command keeps your versions and says where they are.")
          .ends("you are at ID", "")
          .example("goto 02-1"),
      GotoCommand::new),
  TIMELINE(
      Usage.of("timeline", "which thread did what in the last run")
          .takes("[ID]", "the exercise; the current one by default")
          .does(
              "Draws a row for each thread of the last recorded run. The row shows when the "
                  + "thread was in a file operation, when it waited, and when it was free. The "
                  + "command also writes a page for a browser and a trace for Perfetto.")
          .ends("the timeline was drawn", "no run has been recorded yet")
          .example("timeline 02-1"),
      TimelineCommand::new),
  DEMO(
      Usage.of("demo", "run the finished program of module NN, or all")
          .takes("NN", "the module, or `all`")
          .takes("--orders N", "how many files to write and read at once; 8 by default")
          .takes("--disk-latency N", "milliseconds for each disk operation; 10 by default")
          .does(
              "Runs the program that a module leads to. This program writes a file and reads it "
                  + "back; in module 05, it downloads a hundred files. Then the solution handles "
                  + "several orders at once with a slow disk, and you see which thread did what. "
                  + "With `all`, the command puts all techniques on one page.")
          .ends("the program succeeded", "the program failed")
          .example("demo 03 --orders 20"),
      DemoCommand::new),
  COMPARE(
      Usage.of("compare", "measure every technique on this machine")
          .takes("[OPTION…]", "./workshop compare --help lists them")
          .does(
              "Measures all techniques side by side, in two to three minutes, and writes a report. "
                  + "The first start builds what only the comparison needs.")
          .ends("everything was measured", "a measurement is missing"),
      CompareCommand::new),
  DOCTOR(
      Usage.of("doctor", "check that the workshop has what it needs")
          .takes("--json", "the findings as one line of JSON, for programs")
          .does(
              "Examines the JDK, Maven, the folder, the disk and the terminal, and says how to "
                  + "fix what is missing.")
          .ends("nothing is missing", ""),
      DoctorCommand::new),
  VERSION(
      Usage.of("version", "the versions of the workshop and of its JDK; also --version")
          .does("Prints the version of the workshop and of its JDK. `--version` does the same.")
          .ends("the versions were printed", ""),
      VersionCommand::new),
  HELP(
      Usage.of("help", "this page, or help for one command")
          .takes("[COMMAND]", "the command; ./workshop COMMAND --help does the same")
          .does("Lists all commands, or explains one of them.")
          .ends("the help was shown", "")
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
   * Runs the command that was typed.
   *
   * @return the exit code
   * @throws WorkshopException if there is no such command, or the environment is broken
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
            + "./workshop help lists all commands.");
  }
}
