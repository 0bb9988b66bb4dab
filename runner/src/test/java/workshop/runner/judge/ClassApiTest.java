package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workshop.runner.course.Checkout;

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

  @TempDir private static Path folder;
  private static Compiler compiler;
  private static ClassApi original;

  @BeforeAll
  static void open_the_compiler() throws IOException {
    compiler = new Compiler(new Checkout(folder), List.of());
    original = api(TYPE);
  }

  @AfterAll
  static void close_the_compiler() throws IOException {
    compiler.close();
  }

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
  void a_change_that_other_code_cannot_see_keeps_the_api(String what, String from, String to)
      throws IOException {
    assertThat(api(TYPE.replace(from, to))).isEqualTo(original);
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
  void a_change_that_other_code_can_see_changes_the_api(String what, String from, String to)
      throws IOException {
    String close =
        to.endsWith("AutoCloseable") ? "public void close() {} public Type" : "public Type";

    assertThat(api(TYPE.replace(from, to).replace("public Type()", close + "()")))
        .isNotEqualTo(original);
  }

  private static ClassApi api(String source) throws IOException {
    Path out = Files.createTempDirectory(folder, "out");
    Compiler.Unit unit = new Compiler.Unit(out.resolve("Type.java"), source);
    assertThat(compiler.compile(List.of(unit), List.of(), List.of(), out)).as(source).isEmpty();
    return ClassApi.of(out);
  }
}
