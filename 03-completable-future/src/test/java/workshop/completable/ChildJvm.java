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
 * A JVM of its own, for what cannot be changed in a running one: the size of the heap and the
 * number of cores.
 */
public final class ChildJvm {

  /** A JVM has to start, on a machine that may be busy. */
  private static final long PATIENCE_SECONDS = 60;

  /** What it left. */
  public record Result(int exitCode, String output) {}

  private final List<String> options;
  private final Set<String> classPath = new LinkedHashSet<>();

  private ChildJvm(List<String> options) {
    this.options = options;
  }

  public static ChildJvm with(String... options) {
    return new ChildJvm(List.of(options));
  }

  /** Adds where these classes come from to the class path. */
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
      // A JVM says that it picked them up, in the middle of what the program says.
      builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
      Process process = builder.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw Diagnosis.observed(
                "A JVM of its own, with %s, did not end within %d seconds."
                    .formatted(options, PATIENCE_SECONDS))
            .means("A thread in it waits for something that never comes, or never stops working.")
            .nextStep("See below how far it got.")
            .evidence("What that JVM printed", Files.readString(output));
      }
      return new Result(process.exitValue(), Files.readString(output));
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
