package workshop.runner.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import workshop.runner.watch.Key;
import workshop.runner.watch.Key.Kind;

class KeyReaderTest {

  private static final int NOTHING_IN_TIME = -2;

  @Test
  void letters_and_the_usual_special_keys_are_recognized() {
    assertThat(read("h?\r\u007f"))
        .containsExactly(
            Key.letter('h'), Key.letter('?'), Key.of(Kind.ENTER), Key.of(Kind.BACKSPACE), END);
  }

  @Test
  void arrows_and_page_keys_are_recognized_in_both_terminal_modes() {
    assertThat(read("\u001b[A\u001bOB\u001b[5~\u001b[6~\u001b[1;5A"))
        .extracting(Key::kind)
        .containsExactly(Kind.UP, Kind.DOWN, Kind.PAGE_UP, Kind.PAGE_DOWN, Kind.UP, Kind.INTERRUPT);
  }

  @Test
  void a_letter_right_after_escape_is_not_lost() {
    assertThat(read("\u001bl")).containsExactly(Key.of(Kind.ESCAPE), Key.letter('l'), END);
  }

  @Test
  void escape_alone_is_escape() {
    assertThat(read("\u001b")).containsExactly(Key.of(Kind.ESCAPE), END);
    assertThat(read("\u001b\u001b[A")).containsExactly(Key.of(Kind.ESCAPE), Key.of(Kind.UP), END);
  }

  @Test
  void the_delayed_rest_of_an_escape_sequence_is_not_text() {
    assertThat(readWithPauseAfterEscape("\u001b[B"))
        .containsExactly(Key.of(Kind.ESCAPE), Key.of(Kind.DOWN), END);
    assertThat(readWithPauseAfterEscape("\u001bl["))
        .containsExactly(Key.of(Kind.ESCAPE), Key.letter('l'), Key.letter('['), END);
  }

  @Test
  void pasted_text_does_not_act_as_keys() {
    assertThat(read("a\u001b[200~x\rq\u001b[Al\u001b[201~b"))
        .containsExactly(Key.letter('a'), Key.letter('b'), END);
  }

  @Test
  void control_c_and_the_end_of_input_act_as_an_interrupt() {
    assertThat(read("\u0003")).containsExactly(END, END);
  }

  @Test
  void control_characters_without_a_meaning_are_not_letters() {
    assertThat(read("\u001a\ta")).containsExactly(Key.letter('a'), END);
  }

  private static final Key END = Key.of(Kind.INTERRUPT);

  private static List<Key> read(String typed) {
    StringReader reader = new StringReader(typed);
    List<Key> keys = new ArrayList<>();
    KeyReader.read(_ -> reader.read(), keys::add);
    return keys;
  }

  /** As on a busy machine, the rest of a sequence arrives after the reader has stopped waiting. */
  private static List<Key> readWithPauseAfterEscape(String typed) {
    StringReader reader = new StringReader(typed);
    List<Key> keys = new ArrayList<>();
    int[] calls = new int[1];
    KeyReader.read(
        _ -> calls[0]++ == 1 ? NOTHING_IN_TIME : reader.read(), // the first call reads the escape
        keys::add);
    return keys;
  }
}
