package workshop.runner.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {

  @Test
  void a_line_that_fits_stays_as_it_is() {
    assertThat(wrapped("What a day", 10)).containsExactly("What a day");
  }

  @Test
  void a_longer_line_is_broken_between_words_and_indented() {
    assertThat(texts(Wrap.wrap(Line.of("one two three four five"), 14, "  ")))
        .containsExactly("one two three", "  four five");
  }

  @Test
  void a_word_that_is_too_long_is_broken_without_losing_a_letter() {
    String path = "a/very/long/path/to/some/file/Somewhere.java";

    List<String> lines = wrapped("see " + path, 20);

    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(20));
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo("see" + path);
  }

  /** If each line looked at all text after it, this would take minutes. */
  @Test
  void a_word_of_millions_of_letters_takes_a_moment() {
    String word = "x".repeat(5_000_000);

    List<Line> lines = Wrap.wrap(Line.of("see " + word + " now"), 80, "  ");

    assertThat(lines).hasSize(1 + 5_000_000 / 78 + 1);
    assertThat(lines).allMatch(line -> line.width() <= 80);
    assertThat(lines.getLast().text()).endsWith("x now");
  }

  @Test
  void a_path_is_broken_between_its_folders() {
    assertThat(wrapped("01-kitchen/src/main/java/Adder.java", 26))
        .containsExactly("01-kitchen/src/main/java/", "Adder.java");
  }

  @Test
  void styles_stay_with_their_words() {
    Line line = Line.of("press ").plus(Style.CODE, "./workshop run").plus(" now");

    List<Line> lines = Wrap.wrap(line, 16, "");

    assertThat(texts(lines)).containsExactly("press ./workshop", "run now");
    assertThat(lines.get(1).spans())
        .filteredOn(span -> span.text().contains("run"))
        .allSatisfy(span -> assertThat(span.style()).isEqualTo(Style.CODE));
  }

  @Test
  void wide_letters_take_two_columns() {
    assertThat(Line.of("日本").width()).isEqualTo(4);
    assertThat(Line.of("é").width()).isEqualTo(1);
    assertThat(Line.of("e\u0301").width()).isEqualTo(1);
    assertThat(Line.of("日本語の文").clipped(6).text()).isEqualTo("日本…");
  }

  private static List<String> wrapped(String text, int width) {
    return texts(Wrap.wrap(text, width));
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }
}
