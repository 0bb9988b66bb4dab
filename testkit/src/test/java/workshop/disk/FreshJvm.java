package workshop.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A new JVM, for settings that can only be made when a JVM starts. */
public final class FreshJvm {

  private static final long PATIENCE_SECONDS = 60;

  /**
   * A JVM prints the options that it takes from these variables, and a test would mistake that for
   * output.
   */
  private static final Set<String> OPTIONS_OF_THE_MACHINE =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private FreshJvm() {}

  /**
   * Runs {@code main} with the class path of this JVM and waits for its end.
   *
   * @return what it printed, errors included
   */
  public static String run(Class<?> main, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(OPTIONS_OF_THE_MACHINE);
    Process process = builder.start();
    process.getOutputStream().close();
    process
        .onExit()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(_ -> process.destroyForcibly());
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new AssertionError(
          main.getSimpleName() + " ended with status " + status + " and printed\n" + printed);
    }
    return printed.strip();
  }
}
