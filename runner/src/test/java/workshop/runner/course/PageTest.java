package workshop.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PageTest {

  private static final String PAGE =
      """
      ---
      title: "Write: every byte"
      file: WriteFully.java
      suite: WriteFullyTest
      minutes: 12
      ---
      Make `write` store the bytes.

      ```
      ## this is code, no section
      ```

      ## Hint 1
      A nudge.

      ## Hint 2
      The concept.

      ## Hint 3
      Almost the answer.

      ## After
      Why.
      """;

  @Test
  void a_page_is_read_with_all_its_parts() {
    Page page = Page.parse("01-1.md", PAGE);

    assertThat(page.title()).isEqualTo("Write: every byte");
    assertThat(page.file()).isEqualTo("WriteFully.java");
    assertThat(page.suite()).isEqualTo("WriteFullyTest");
    assertThat(page.minutes()).isEqualTo(12);
    assertThat(page.task()).startsWith("Make").contains("## this is code");
    assertThat(page.hints()).containsExactly("A nudge.", "The concept.", "Almost the answer.");
    assertThat(page.after()).isEqualTo("Why.");
    assertThat(page.waits()).isEmpty();
    assertThat(page.demo()).isEmpty();
  }

  @Test
  void a_page_saved_with_other_line_ends_is_the_same() {
    assertThat(Page.parse("01-1.md", PAGE.replace("\n", "\r\n")))
        .isEqualTo(Page.parse("01-1.md", PAGE));
  }

  @Test
  void a_page_may_say_what_its_suite_waits_for() {
    Page page = Page.parse("05-1.md", PAGE.replace("minutes:", "waits: a deadline\nminutes:"));

    assertThat(page.waits()).contains("a deadline");
  }

  @Test
  void a_page_may_name_the_program_to_demonstrate() {
    Page page = Page.parse("05-7.md", PAGE.replace("minutes:", "demo: Manager\nminutes:"));

    assertThat(page.demo()).contains("Manager");
  }

  @Test
  void a_missing_part_is_named() {
    assertRejected(PAGE.replace("## Hint 2", "## Hint"), "lacks the section \"Hint 2\"");
    assertRejected(PAGE.replace("## After\nWhy.", "## After\n"), "lacks the section \"After\"");
    assertRejected(PAGE.replace("title:", "titel:"), "lacks the line \"title\"");
    assertRejected(PAGE.replace("minutes: 12", "minutes: soon"), "not \"soon\"");
    assertRejected(PAGE.replace("minutes: 12", "minutes: 0"), "above 0");
    assertRejected(PAGE.replaceFirst("---\n", ""), "must start with front matter");
    assertRejected(PAGE.replace("minutes: 12", "minutes: 12\nno value"), "no value");
  }

  private static void assertRejected(String page, String says) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Page.parse("01-1.md", page))
        .withMessageStartingWith("01-1.md")
        .withMessageContaining(says);
  }
}
