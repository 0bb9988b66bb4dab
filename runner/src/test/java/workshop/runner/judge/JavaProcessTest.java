package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaProcessTest {

  @Test
  void only_java_options_are_removed_from_the_environment() {
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
