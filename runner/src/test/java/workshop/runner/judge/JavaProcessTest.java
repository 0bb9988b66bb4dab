package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaProcessTest {

  @Test
  void options_from_outside_are_removed_and_nothing_else() {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "PATH", "/bin",
                "JAVA_TOOL_OPTIONS", "-XX:+UseZGC",
                "JDK_JAVA_OPTIONS", "-Xmx1g",
                "_JAVA_OPTIONS", "-javaagent:x.jar"));

    JavaProcess.removeOutsideOptions(environment);

    assertThat(environment).containsOnlyKeys("PATH");
  }
}
