package workshop.runner.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  @Test
  void paragraphs_are_joined_and_wrapped_again() {
    assertThat(shown("One line\nand its end.\n\nAnother.", 40))
        .containsExactly("One line and its end.", "", "Another.");
  }

  @Test
  void list_items_have_a_hanging_indent_and_keep_their_numbers() {
    assertThat(shown("- first thing that is long\n- second\n1. third", 20))
        .containsExactly("• first thing that", "  is long", "• second", "1. third");
  }

  @Test
  void code_is_shown_as_it_was_written() {
    assertThat(shown("Look:\n```java\nint  a;\n  b();\n```", 40))
        .containsExactly("Look:", "    int  a;", "      b();");
  }

  @Test
  void marks_become_styles() {
    Line line = Markdown.inline("Use `force(true)` and **wait**, see [docs](docs/a.md).");

    assertThat(line.text()).isEqualTo("Use force(true) and wait, see docs.");
    assertThat(line.spans())
        .contains(new Span("force(true)", Style.CODE), new Span("wait", Style.STRONG))
        .contains(new Span("docs", Style.CODE, "docs/a.md"));
  }

  @Test
  void a_multiplication_sign_is_not_markup() {
    assertThat(Markdown.inline("2 * 3 * 4").text()).isEqualTo("2 * 3 * 4");
  }

  private static List<String> shown(String text, int width) {
    return Markdown.lines(text, width).stream().map(Line::text).toList();
  }
}
