package workshop.runner.ui;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PainterTest {

  private static final Path ROOT = Path.of("somewhere").toAbsolutePath();
  private static final Line LINE =
      Line.of(Style.GOOD, "✓").plus(" ").plusLink(Style.CODE, "A.java", "src/A.java");

  @Test
  void without_colors_only_the_text_is_written() {
    assertThat(Painter.of(ROOT, false, UTF_8).paint(LINE)).isEqualTo("✓ A.java");
  }

  @Test
  void with_colors_a_path_is_a_link_to_the_file() {
    String link = ROOT.resolve("src/A.java").toUri().toString();

    assertThat(Painter.of(ROOT, true, UTF_8).paint(LINE))
        .isEqualTo(
            "\u001b[32m✓\u001b[0m \u001b]8;;"
                + link
                + "\u001b\\\u001b[36mA.java\u001b[0m\u001b]8;;\u001b\\");
  }

  @Test
  void a_console_that_knows_only_ascii_gets_ascii() {
    String painted = Painter.of(ROOT, false, US_ASCII).paint(Line.of("✓ ✗ ○ → ██░ … • · ↑"));

    assertThat(painted).isEqualTo("+ x o > ##. ~ - - ^");
    assertThat(US_ASCII.newEncoder().canEncode(painted)).isTrue();
  }
}
