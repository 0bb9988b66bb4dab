package workshop.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The script for Windows starts Java and Maven with the same options as the POSIX script. */
class ScriptsAgreeTest {

  private static final Pattern OPTION =
      Pattern.compile("(?<=[ \"])-(?:[DX][\\w.:+-]+(?:=\\w[\\w.-]*)?|-[a-z-]+=\\S+)");

  // Only the POSIX script passes these. On Windows, Java asks the console itself, and starts
  // without a cache.
  private static final List<String> POSIX_ONLY =
      List.of(
          "-Dworkshop.root",
          "-Dworkshop.terminals",
          "-Dworkshop.columns",
          "-Djava.io.tmpdir",
          "-XX:AOTCache",
          "-Xlog:aot",
          "-Xlog:cds");

  private static final Pattern START =
      Pattern.compile("(?m)^start\\(\\) \\{\\s+exec (.*) \"\\$@\"\\s+}$");

  private final String posix = inlined(read("workshop").replace("\\\n", " "));
  private final String windows = read("workshop.cmd").replace("\r\n", "\n");

  @Test
  void java_and_maven_get_the_same_options() {
    for (String start : List.of("workshop.runner.Main", "workshop.comparison.Compare", "package")) {
      List<String> expected = options(posix, start);
      expected.removeIf(POSIX_ONLY::contains);

      assertThat(expected).as("options before " + start).isNotEmpty();
      assertThat(options(windows, start)).as(start).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void the_class_paths_are_the_same() {
    assertThat(classPaths(windows).stream().map(path -> path.replace('\\', '/').replace(';', ':')))
        .hasSize(2)
        .containsExactlyInAnyOrderElementsOf(classPaths(posix));
  }

  @Test
  void both_scripts_require_the_same_version_of_java() {
    assertThat(found("WANTED=(\\d+)", windows)).hasSize(1).isEqualTo(found("WANTED=(\\d+)", posix));
  }

  private static List<String> options(String script, String start) {
    String command =
        script
            .lines()
            .filter(line -> line.contains(" " + start + " "))
            .filter(line -> line.contains("java\" ") || line.contains("mvn "))
            .reduce("", String::concat);
    return new ArrayList<>(OPTION.matcher(command).results().map(r -> r.group()).toList());
  }

  /**
   * Returns the script without its function {@code start}, and with its body where it is called.
   */
  private static String inlined(String script) {
    Matcher start = START.matcher(script);
    assertThat(start.find()).as("a function named start").isTrue();
    return script.replace(start.group(), "").replace("\nstart ", "\n" + start.group(1) + " ");
  }

  private static List<String> classPaths(String script) {
    return found("-cp \"([^\"]+)\"", script);
  }

  private static List<String> found(String pattern, String script) {
    return Pattern.compile(pattern).matcher(script).results().map(r -> r.group(1)).toList();
  }

  private static String read(String script) {
    try {
      return Files.readString(Path.of("").toAbsolutePath().resolveSibling(script));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
