package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workshop.runner.worker.Pitfall;

/** Verdicts and the pages about pitfalls agree, in both directions. */
class PitfallsTest {

  private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
  private static final Pattern LINKED_EXERCISE = Pattern.compile("\\[(\\d\\d-\\d+)]\\(");
  private static final Pattern LINKED_PITFALL =
      Pattern.compile("\\(\\.\\./((?:pitfalls|hangs)\\.md#[^)]+)\\)");
  private static final Path QUESTIONS = Path.of("docs/instructor/questions.md");
  private static final Pattern QUOTE = Pattern.compile("(\\.java\\): \\*\")");

  @Test
  void every_hang_that_a_verdict_links_to_has_a_section_and_every_section_a_hang()
      throws IOException {
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

  /** An entry names its exercises, and the question sheet names the entries of an exercise. */
  @Test
  void exercises_and_pitfalls_link_to_each_other() throws IOException {
    Map<String, Set<String>> expected = new TreeMap<>();
    for (Path page : QuotedVerdicts.PAGES) {
      for (String entry : House.read(page).split("(?m)^(?=##+ )")) {
        String place = page.getFileName() + "#" + anchor(entry.lines().findFirst().orElseThrow());
        for (String id : House.all(LINKED_EXERCISE, entry)) {
          expected.computeIfAbsent(id, key -> new TreeSet<>()).add(place);
        }
      }
    }
    Map<String, Set<String>> found = new TreeMap<>();
    for (String section : House.read(QUESTIONS).split("(?m)^(?=##+ )")) {
      List<String> places = House.all(LINKED_PITFALL, section);
      if (!places.isEmpty()) {
        found.put(section.substring("### ".length()).split(" ")[0], new TreeSet<>(places));
      }
    }

    assertThat(found).isEqualTo(expected);
  }

  /** Returns the anchor that sites with Markdown create for a heading. */
  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("^#+ ", "")
        .replaceAll("[^a-z0-9 -]", "")
        .replace(' ', '-');
  }
}
