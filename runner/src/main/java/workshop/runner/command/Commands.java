package workshop.runner.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import workshop.runner.core.Nearest;
import workshop.runner.core.Trouble;
import workshop.runner.view.Line;
import workshop.runner.view.Style;

/** All commands, with what help says of them. */
@SuppressWarnings("ImmutableEnumChecker") // the suppliers are constructors
public enum Commands {
  WATCH("watch", "[--plain|--json]", "a verdict on every save", WatchCommand::new),
  LIST("list", "[--json]", "all exercises, and how they stand", ListCommand::new),
  RUN("run", "[ID] [--json]", "compile and test one exercise", RunCommand::new),
  HINT("hint", "[ID] [--level N]", "the next hint; there are three", HintCommand::new),
  RESET("reset", "ID", "back to the starter; your version is kept", ResetCommand::new),
  SOLUTION("solution", "ID [--spoil]", "the solution, and how yours differs", SolutionCommand::new),
  CHECK("check", "[--solutions] [--json]", "all exercises, or all solutions", CheckCommand::new),
  GOTO("goto", "ID", "go on at ID; fills what comes before it", GotoCommand::new),
  DEMO("demo", "NN", "the finished program of module NN", DemoCommand::new),
  COMPARE("compare", "[--full] …", "measures every technique on this machine", CompareCommand::new),
  DOCTOR("doctor", "[--json]", "is all here that the workshop needs?", DoctorCommand::new),
  HELP("help", "[COMMAND]", "this page", () -> Commands::help);

  private final String typed;
  private final String parameters;
  private final String summary;
  private final Supplier<Command> command;

  Commands(String typed, String parameters, String summary, Supplier<Command> command) {
    this.typed = typed;
    this.parameters = parameters;
    this.summary = summary;
    this.command = command;
  }

  /**
   * Does what was typed.
   *
   * @return the exit code
   * @throws Trouble if it cannot be understood, or something around it is broken
   */
  public static int run(Workshop workshop, List<String> typed)
      throws IOException, InterruptedException {
    if (typed.isEmpty()) {
      return new StartCommand().run(workshop, typed);
    }
    String name = typed.getFirst();
    List<String> rest = typed.subList(1, typed.size());
    if (List.of("-h", "--help").contains(name)) {
      return help(workshop, rest);
    }
    if (rest.contains("--help") || rest.contains("-h")) {
      return help(workshop, List.of(name));
    }
    return find(name).command.get().run(workshop, rest);
  }

  private static Commands find(String name) {
    Optional<Commands> found =
        Arrays.stream(values()).filter(c -> c.typed.equals(name)).findFirst();
    if (found.isPresent()) {
      return found.get();
    }
    List<String> names = Arrays.stream(values()).map(c -> c.typed).toList();
    List<String> near = Nearest.to(name, names, 2);
    throw new Trouble(
        "There is no command \"" + name + "\".",
        (near.isEmpty() ? "" : "Did you mean " + String.join(", ", near) + "? ")
            + "./workshop help shows them all.");
  }

  private static int help(Workshop workshop, List<String> typed) {
    Arguments arguments = Arguments.parse("help", typed, 1, List.of());
    if (arguments.word().isPresent()) {
      workshop.print(find(arguments.word().get()).line());
      return Command.PASSED;
    }
    workshop.print("./workshop            start here: watches your file, a verdict on every save");
    workshop.print(Line.EMPTY);
    for (Commands command : values()) {
      workshop.print(command.line());
    }
    workshop.print(Line.EMPTY);
    workshop.print(
        "ID is an exercise such as 01-2, NN a module such as 01. Without ID: the current");
    workshop.print("exercise. Exit codes: 0 passed, 1 not solved or failing, 2 wrong usage or a");
    workshop.print("broken environment. NO_COLOR=1 turns colors off.");
    return Command.PASSED;
  }

  private Line line() {
    String usage = "./workshop " + typed + " " + parameters;
    return Line.of(Style.CODE, "%-38s".formatted(usage)).plus("  " + summary);
  }
}
