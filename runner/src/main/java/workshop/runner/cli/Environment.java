package workshop.runner.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.runner.judge.BuildOutput;
import workshop.runner.ui.Line;
import workshop.runner.worker.Limits;

/**
 * The environment in which a command runs.
 *
 * @param root the folder of the workshop
 * @param inputIsTerminal whether the input comes from a keyboard
 * @param outputIsTerminal whether the output goes to a screen and not to a file or a program
 * @param width the number of columns
 * @param variables the environment variables
 * @param build finds the output of the build when a command needs it
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

  /** Finds the output of the build. */
  public interface BuildFinder {

    /** Returns the output of the build; throws if a part of it is missing. */
    BuildOutput find() throws IOException;
  }

  private static final int WIDTH_OF_FILES = 100;

  /** Returns the environment of this process; the script passes what Java cannot find out. */
  public static Environment ofThisProcess() {
    String terminals =
        Optional.ofNullable(System.getProperty("workshop.terminals"))
            .orElseGet(() -> isConsole(System.console()) ? "in,out" : "");
    Path root = Path.of(System.getProperty("workshop.root", "")).toAbsolutePath();
    return new Environment(
        root,
        System.out,
        System.err,
        terminals.contains("in"),
        terminals.contains("out"),
        Integer.getInteger("workshop.columns", WIDTH_OF_FILES),
        System.getenv(),
        () -> BuildOutput.of(root),
        Limits.USUAL);
  }

  /**
   * Returns prose ready to print: wrapped between words for a terminal, on a single line for other
   * outputs.
   */
  public List<Line> fitted(Line prose) {
    return outputIsTerminal ? prose.wrapped(width) : List.of(prose);
  }

  /** Prints a sentence to the error stream. */
  public void complain(String sentence) {
    fitted(Line.of(sentence)).forEach(line -> err.println(line.text()));
  }

  private static boolean isConsole(@Nullable Console console) {
    return console != null && console.isTerminal();
  }

  /** Returns whether the output can show colors and the user has not turned them off. */
  public boolean colors() {
    return outputIsTerminal
        && variables.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(variables.get("TERM"));
  }
}
