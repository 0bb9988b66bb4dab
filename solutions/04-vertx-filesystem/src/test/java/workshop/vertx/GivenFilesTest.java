package workshop.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The given files are the same for learners and for the solutions, which run without them. */
class GivenFilesTest {

  private static final String SOURCES = "src/main/java/workshop/vertx/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reply.java",
        "Preconditions.java",
        "HttpDate.java",
        "Range.java",
        "Resource.java"
      })
  void a_given_file_is_the_same_for_learners_and_for_solutions(String name) throws IOException {
    Path here = Path.of("").toAbsolutePath();
    assertThat(here)
        .as("Maven runs tests in their module")
        .endsWithRaw(Path.of("04-vertx-filesystem"));
    Path there = here.resolveSibling("..").resolve("04-vertx-filesystem").normalize();

    assertThat(Files.readString(here.resolve(SOURCES + name)))
        .isEqualTo(Files.readString(there.resolve(SOURCES + name)));
  }
}
