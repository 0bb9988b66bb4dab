package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workshop.runner.worker.Pitfall;

/** A verdict that leads to a section of the guide must find it there. */
class PitfallsTest {

  private static final Pattern HEADING = Pattern.compile("^## (.+)$", Pattern.MULTILINE);
  private static final Pattern EXERCISE = Pattern.compile("\\b\\d\\d-\\d\\b");
  private static final Path PAGE = House.root().resolve("docs/pitfalls.md");

  @Test
  void every_pitfall_has_its_section_and_every_section_its_pitfall() throws IOException {
    List<String> sections =
        HEADING
            .matcher(Files.readString(PAGE))
            .results()
            .map(heading -> "docs/pitfalls.md#" + anchor(heading.group(1)))
            .toList();

    assertThat(sections)
        .containsExactlyElementsOf(Stream.of(Pitfall.values()).map(Pitfall::place).toList());
  }

  @Test
  void every_exercise_that_it_names_exists() throws IOException {
    List<String> known =
        House.exercisePages().stream()
            .map(page -> page.getFileName().toString().replace(".md", ""))
            .toList();

    assertThat(EXERCISE.matcher(Files.readString(PAGE)).results().map(MatchResult::group))
        .isNotEmpty()
        .isSubsetOf(known);
  }

  /** As the sites that show Markdown make it of a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }
}
