package workshop.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.cli.Environment;

class MainTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Exit code 1 would mean that an exercise is not solved. */
  @Test
  void a_defect_of_the_command_itself_exits_with_2(@TempDir Path folder) {
    FixtureCourse course = FixtureCourse.in(folder);
    course.solve("01-1");

    assertThat(Main.run(failing(course, new IllegalStateException("odd")), List.of("run", "01-1")))
        .isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("IllegalStateException: odd", "report this");
    assertThat(Main.run(failing(course, new LinkageError("worse")), List.of("check"))).isEqualTo(2);
  }

  private Environment failing(FixtureCourse course, Throwable defect) {
    PrintStream stream = new PrintStream(err, true, UTF_8);
    return new Environment(
        course.root(),
        stream,
        stream,
        false,
        false,
        100,
        Map.of(),
        () -> {
          switch (defect) {
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            default -> throw new AssertionError(defect);
          }
        },
        FixtureCourse.WIDE);
  }
}
