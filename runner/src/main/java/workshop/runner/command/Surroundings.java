package workshop.runner.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command runs.
 *
 * @param root the folder of the workshop
 * @param inputIsTerminal whether somebody can type
 * @param outputIsTerminal whether somebody looks on, rather than a file or a program
 * @param width how many columns there are
 */
public record Surroundings(
    Path root,
    PrintStream out,
    PrintStream err,
    boolean inputIsTerminal,
    boolean outputIsTerminal,
    int width,
    Map<String, String> environment) {

  private static final int WIDTH_OF_FILES = 100;

  /** Returns what this process sees; the script that started it says what Java cannot know. */
  public static Surroundings ofThisProcess() {
    String terminals = System.getProperty("workshop.terminals");
    boolean console = terminals == null && System.console() != null;
    return new Surroundings(
        Path.of(System.getProperty("workshop.root", "")).toAbsolutePath(),
        System.out,
        System.err,
        console || "in,out".equals(terminals) || "in".equals(terminals),
        console || "in,out".equals(terminals) || "out".equals(terminals),
        Integer.getInteger("workshop.columns", WIDTH_OF_FILES),
        System.getenv());
  }

  /** Returns whether colors are seen and wanted. */
  public boolean colors() {
    return outputIsTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }
}
