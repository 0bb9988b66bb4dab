package workshop.completable;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * A separate JVM, for settings that cannot be changed in a running one: the size of the heap and
 * the number of cores.
 */
public final class ChildJvm {

  /** Enough for a JVM to start and run, on a busy machine. */
  private static final long LIMIT_SECONDS = 60;

  /** Environment variables with options for every JVM. They could override what a test has set. */
  private static final Set<String> OUTSIDE_OPTIONS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** How the JVM ended, and what it printed. */
  public record Result(int exitCode, String output) {}

  private final List<String> options;
  private final Set<String> classPath = new LinkedHashSet<>();

  private ChildJvm(List<String> options) {
    this.options = options;
  }

  public static ChildJvm with(String... options) {
    return new ChildJvm(List.of(options));
  }

  /** Adds the places that these classes were loaded from to the class path. */
  public ChildJvm classesOf(Class<?>... types) throws URISyntaxException {
    for (Class<?> type : types) {
      classPath.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return this;
  }

  /**
   * Runs a program and returns what it printed, errors included.
   *
   * @throws Diagnosis if it does not end within a minute
   */
  public Result run(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(String.join(System.getProperty("path.separator"), classPath));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("child", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeAll(OUTSIDE_OPTIONS);
      Process process = builder.start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw Diagnosis.observed(
                "A JVM that the test started with %s did not end within %d seconds."
                    .formatted(options, LIMIT_SECONDS))
            .means(
                "One of its threads waits for something that never happens, or never stops"
                    + " working.")
            .nextStep("See below how far the program got.")
            .evidence("What that JVM printed", Files.readString(output));
      }
      return new Result(process.exitValue(), Files.readString(output));
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
