package workshop.runner.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import workshop.runner.judge.BuildOutput;
import workshop.runner.judge.Limits;
import workshop.runner.ui.Line;

/**
 * The environment in which a command runs.
 *
 * @param root the folder of the workshop
 * @param inputIsTerminal whether there is a keyboard
 * @param outputIsTerminal whether there is a screen, not a file or a program
 * @param width the number of columns
 * @param variables the environment variables
 * @param build finds what the build left, when it is needed
 * @param limits how long suites may take
 */
public record Environment(
    Path root,
    PrintStream out,
    PrintStream err,
    boolean inputIsTerminal,
    boolean outputIsTerminal,
    int width,
    Map<String, String> variables,
    BuildFinder build,
    Limits limits) {

  /** Finds what the build left. */
  public interface BuildFinder {

    /** Returns it; throws if something is missing. */
    BuildOutput find() throws IOException;
  }

  private static final int WIDTH_OF_FILES = 100;

  /** Returns that of this process; the script that started it knows what Java cannot know. */
  public static Environment ofThisProcess() {
    String terminals = System.getProperty("workshop.terminals");
    boolean console = terminals == null && isConsole(System.console());
    Path root = Path.of(System.getProperty("workshop.root", "")).toAbsolutePath();
    return new Environment(
        root,
        System.out,
        System.err,
        console || "in,out".equals(terminals) || "in".equals(terminals),
        console || "in,out".equals(terminals) || "out".equals(terminals),
        Integer.getInteger("workshop.columns", WIDTH_OF_FILES),
        System.getenv(),
        () -> BuildOutput.of(root),
        Limits.USUAL);
  }

  /**
   * Returns prose as it is printed: a terminal gets lines that end between words, other outputs get
   * a sentence in one line.
   */
  public List<Line> fitted(Line prose) {
    return outputIsTerminal ? prose.wrapped(width) : List.of(prose);
  }

  private static boolean isConsole(@Nullable Console console) {
    return console != null && console.isTerminal();
  }

  /** Returns whether colors can be shown and are wanted. */
  public boolean colors() {
    return outputIsTerminal
        && variables.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(variables.get("TERM"));
  }
}
