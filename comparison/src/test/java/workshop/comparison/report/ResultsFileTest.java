package workshop.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Results;
import workshop.comparison.result.Sample;

class ResultsFileTest {

  @TempDir Path directory;

  @Test
  void what_was_written_is_read_back() throws IOException {
    Results results = Example.results();
    Path file = directory.resolve("results.json");

    ResultsFile.write(results, file);

    assertThat(ResultsFile.read(file)).isEqualTo(results);
    assertThat(file).hasSameTextualContentAs(Example.file());
  }

  @Test
  void a_number_that_is_none_is_read_back_as_none() throws IOException {
    Path file = directory.resolve("results.json");
    Results results =
        Example.with(
            Example.results(),
            "health",
            "Vert.x",
            _ -> new Sample(List.of(Double.NaN, Double.POSITIVE_INFINITY, 1e-7, 123456789.125)));

    ResultsFile.write(results, file);

    Results read = ResultsFile.read(file);
    assertThat(read).isEqualTo(results);
    assertThat(read.answers().stream().flatMap(a -> a.goals().stream()))
        .filteredOn(goal -> !goal.measured())
        .extracting(Goal::text)
        .containsExactly("Throughput against nginx");
  }

  @Test
  void a_file_that_does_not_exist_is_one_sentence() {
    assertThatThrownBy(() -> ResultsFile.read(directory.resolve("none.json")))
        .isInstanceOf(UnreadableResults.class)
        .hasMessageStartingWith("There is no file ")
        .hasMessageEndingWith("none.json: name the results.json of an earlier run.");
  }

  @Test
  void a_file_of_something_else_is_one_sentence() throws IOException {
    assertThatSentence("{\"format\": 1, \"resu").contains("(it is not JSON)");
    assertThatSentence("").contains("(it names no format)");
    assertThatSentence("[1, 2]").contains("(it names no format)");
    assertThatSentence("{\"format\": \"x\", \"results\": {}}")
        .contains("(its format is not a number)");
    assertThatSentence("{\"format\": 1, \"results\": null}").contains("(results is missing)");
    assertThatSentence("{\"format\": 1, \"results\": {\"started\": \"yesterday\"}}")
        .contains("yesterday");
  }

  @Test
  void a_part_that_is_missing_is_named() throws IOException {
    String text = Files.readString(Example.file());

    assertThatSentence(text.replaceFirst("\"title\": \"[^\"]*\",", ""))
        .contains("(results.answers[0].figures[0].title is missing)");
    assertThatSentence(text.replaceFirst("\"TECHNIQUE\"", "\"GUEST\""))
        .contains("contender.kind is missing");
  }

  @Test
  void a_file_of_a_newer_format_says_so() throws IOException {
    assertThatSentence("{\"format\": 7, \"results\": {\"anything\": []}}")
        .endsWith(
            "has format 7, this version of the workshop reads formats up to 1: update it, or measure again.");
  }

  @Test
  void what_was_there_stays_when_writing_fails() throws IOException {
    Path file = directory.resolve("results.json");
    Files.writeString(file, "old");
    Files.createDirectories(directory.resolve("results.json.part").resolve("in the way"));

    assertThatThrownBy(() -> ResultsFile.write(Example.results(), file))
        .isInstanceOf(IOException.class);

    assertThat(file).hasContent("old");
  }

  private AbstractStringAssert<?> assertThatSentence(String content) throws IOException {
    Path file = directory.resolve("some.json");
    Files.writeString(file, content);
    try {
      ResultsFile.read(file);
      throw new AssertionError("was read as results: " + content);
    } catch (UnreadableResults e) {
      return assertThat(e.getMessage()).doesNotContain("\n").startsWith(file.toString());
    }
  }
}
