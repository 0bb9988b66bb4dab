package workshop.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The given files are the same for learners and for the solutions. */
class GivenFilesTest {

  private static final String SOURCES = "src/main/java/workshop/downloads/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BadStatus.java",
        "BodyFile.java",
        "Checksum.java",
        "Download.java",
        "DownloadContext.java",
        "Failure.java",
        "Fetch.java",
        "Fsync.java",
        "Outcome.java",
        "Progress.java",
        "RetryPolicy.java",
        "Summary.java"
      })
  void a_given_file_is_the_same_for_learners_and_for_solutions(String name) throws IOException {
    Path here = Path.of("").toAbsolutePath();
    assertThat(here)
        .as("Maven runs tests in their module")
        .endsWithRaw(Path.of("05-concurrent-downloads"));
    Path there = here.resolveSibling("..").resolve("05-concurrent-downloads").normalize();

    assertThat(Files.readString(here.resolve(SOURCES + name)))
        .isEqualTo(Files.readString(there.resolve(SOURCES + name)));
  }
}
