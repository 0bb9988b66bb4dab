package workshop.runner.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts every JVM that the command needs. */
public final class JavaProcess {

  /** Variables with JVM options. They could print lines, or change what runs and its verdict. */
  private static final Set<String> OUTSIDE =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private JavaProcess() {}

  /** Returns a builder for a JVM that gets only the options in {@code command}. */
  public static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    removeOutsideOptions(builder.environment());
    return builder;
  }

  static void removeOutsideOptions(Map<String, String> environment) {
    environment.keySet().removeAll(OUTSIDE);
  }
}
