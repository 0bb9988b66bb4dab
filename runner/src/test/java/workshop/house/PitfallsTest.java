package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workshop.runner.worker.Pitfall;

/** Verdicts and the pages about pitfalls agree, in both directions. */
class PitfallsTest {

  private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
  private static final Pattern QUOTE = Pattern.compile("(\\.java\\): \\*\")");

  @Test
  void every_hang_that_a_verdict_links_to_has_its_section_and_no_other() throws IOException {
    List<String> sections =
        House.all(HEADING, House.read(Path.of("docs/hangs.md"))).stream()
            .map(heading -> "docs/hangs.md#" + anchor(heading))
            .toList();

    assertThat(sections)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Pitfall.values()).map(Pitfall::place).toList());
  }

  @Test
  void every_quoted_verdict_is_the_one_that_the_wrong_answer_gets() throws IOException {
    for (Path page : QuotedVerdicts.PAGES) {
      String text = House.read(page);
      assertThat(House.all(QUOTE, text)).as("quotes in %s", page).isNotEmpty();
      assertThat(text)
          .as("run java runner/src/test/java/workshop/house/QuotedVerdicts.java")
          .isEqualTo(QuotedVerdicts.withQuotes(House.root(), text));
    }
  }

  @Test
  void every_exercise_is_mentioned_by_a_pitfall() throws IOException {
    String text = House.read(Path.of("docs/pitfalls.md")) + House.read(Path.of("docs/hangs.md"));

    assertThat(House.exerciseIds())
        .filteredOn(id -> !id.endsWith("-0") && !text.contains("[" + id + "]"))
        .isEmpty();
  }

  /** As the sites that show Markdown make it of a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }
}
