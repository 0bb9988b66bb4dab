package workshop.runner.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import workshop.runner.engine.Equipment;
import workshop.runner.engine.Limits;
import workshop.runner.view.Line;

/**
 * Where a command runs.
 *
 * @param root the folder of the workshop
 * @param inputIsTerminal whether somebody can type
 * @param outputIsTerminal whether somebody looks on, rather than a file or a program
 * @param width how many columns there are
 * @param equipment what runs need, found when it is asked for
 * @param limits how long suites may take
 */
public record Surroundings(
    Path root,
    PrintStream out,
    PrintStream err,
    boolean inputIsTerminal,
    boolean outputIsTerminal,
    int width,
    Map<String, String> environment,
    Equipper equipment,
    Limits limits) {

  /** Finds what runs need. */
  public interface Equipper {

    /** Returns it; throws in a sentence if something is missing. */
    Equipment equip() throws IOException;
  }

  private static final int WIDTH_OF_FILES = 100;

  /** Returns what this process sees; the script that started it says what Java cannot know. */
  public static Surroundings ofThisProcess() {
    String terminals = System.getProperty("workshop.terminals");
    boolean console = terminals == null && isConsole(System.console());
    Path root = Path.of(System.getProperty("workshop.root", "")).toAbsolutePath();
    return new Surroundings(
        root,
        System.out,
        System.err,
        console || "in,out".equals(terminals) || "in".equals(terminals),
        console || "in,out".equals(terminals) || "out".equals(terminals),
        Integer.getInteger("workshop.columns", WIDTH_OF_FILES),
        System.getenv(),
        () -> Equipment.of(root),
        Limits.USUAL);
  }

  /**
   * Returns prose as it is printed: on a terminal lines end between words, elsewhere a sentence
   * stays in one piece.
   */
  public List<Line> fitted(Line prose) {
    return outputIsTerminal ? prose.wrapped(width) : List.of(prose);
  }

  private static boolean isConsole(@Nullable Console console) {
    return console != null && console.isTerminal();
  }

  /** Returns whether colors are seen and wanted. */
  public boolean colors() {
    return outputIsTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }
}
