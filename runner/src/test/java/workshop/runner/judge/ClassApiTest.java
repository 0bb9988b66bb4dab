package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassApiTest {

  private static final String TYPE =
      """
      import java.util.List;

      public class Type extends Object implements Runnable {
        public static final int SIZE = 8;
        private int count;
        public Type() {}
        public void run() {}
        public List<String> names(int a) throws java.io.IOException {
          return List.of();
        }
        int own(Shape shape) {
          return helper() + count;
        }
        private int helper() {
          return 1;
        }
        public record Pair(int left, int right) {}
        sealed interface Shape permits Circle, Square {}
        record Circle() implements Shape {}
        record Square() implements Shape {}
        private static class Secret {}
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a body            | return List.of();        | return List.of(null, null);",
        "a lambda          | public void run() {}     | public void run() { own(null); }",
        "an anonymous type | return 1;                | new Object() { int x = 1; }; return 2;",
        "a local type      | return 1;                | class Here {} new Here(); return 2;",
        "a private name    | helper()                 | assistant()",
        "a private field   | int count;               | int count; private long sum;"
      })
  void what_other_code_cannot_see_makes_no_difference(String what, String from, String to)
      throws IOException {
    assertThat(surface(TYPE.replace(from, to))).isEqualTo(surface(TYPE));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a constant        | SIZE = 8                  | SIZE = 9",
        "a field's type    | int SIZE                  | long SIZE",
        "a name            | names(int                 | titles(int",
        "a parameter       | int a                     | long a",
        "a type argument   | List<String> names        | List<?> names",
        "an exception      | throws java.io.IOException | throws Exception",
        "an access         | int own                   | public int own",
        "a new method      | public Type() {}          | public Type() {} public void stop() {}",
        "a constructor     | public Type() {}          | public Type(int a) {}",
        "an interface      | implements Runnable       | implements Runnable, AutoCloseable",
        "a superclass      | extends Object            | extends Thread",
        "final             | public class Type         | public final class Type",
        "a component       | int left, int right       | int left",
        "a permitted type  | Circle, Square {}         | Circle, Square, Other {} record Other() implements Shape {}",
        "a nested access   | public record Pair        | record Pair"
      })
  void what_other_code_can_see_makes_a_difference(String what, String from, String to)
      throws IOException {
    String close =
        to.endsWith("AutoCloseable") ? "public void close() {} public Type" : "public Type";

    assertThat(surface(TYPE.replace(from, to).replace("public Type()", close + "()")))
        .isNotEqualTo(surface(TYPE));
  }

  private ClassApi surface(String source) throws IOException {
    Path out = Files.createTempDirectory(folder, "out");
    Path file = Files.writeString(out.resolve("Type.java"), source);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", out.toString(), file.toString());
    assertThat(failed).as(source).isZero();
    return ClassApi.of(out);
  }
}
