package workshop.comparison.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {

  private static final Path REFERENCE = Path.of("reference/linux-two-cores.json");

  @TempDir private Path folder;

  @Test
  void results_survive_a_round_trip_unchanged() throws IOException {
    Results results = ResultsFile.read(REFERENCE);

    Path copy = ResultsFile.write(results, folder.resolve("copy.json"));

    assertThat(copy).hasSameTextualContentAs(REFERENCE);
    assertThat(ResultsFile.read(copy)).isEqualTo(results);
  }

  @Test
  void a_contender_of_another_version_is_rejected() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("other.json"),
            Files.readString(REFERENCE).replace("\"VERTX\"", "\"CARRIER_PIGEON\""));

    assertThatThrownBy(() -> ResultsFile.read(file))
        .isInstanceOf(ComparisonException.class)
        .hasMessageContaining("other.json")
        .hasMessageContaining("contender is missing or unknown");
  }

  @Test
  void an_old_format_and_invalid_json_are_reported_differently() throws IOException {
    Path old = Files.writeString(folder.resolve("old.json"), "{\"format\": 1, \"results\": {}}");
    Path text = Files.writeString(folder.resolve("text.json"), "soup");

    assertThatThrownBy(() -> ResultsFile.read(old)).hasMessageContaining("its format is 1");
    assertThatThrownBy(() -> ResultsFile.read(text))
        .hasMessageContaining("not JSON in the expected form");
    assertThatThrownBy(() -> ResultsFile.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
