package workshop.runner.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import workshop.runner.watch.Key;
import workshop.runner.watch.Key.Kind;

class TypedLinesTest {

  @Test
  void a_single_letter_is_a_key_and_a_longer_line_is_text() {
    List<Key> keys = new ArrayList<>();

    TypedLines.read(new ByteArrayInputStream("l\n2-1\n\nq\n".getBytes(UTF_8)), keys::add);

    assertThat(keys)
        .containsExactly(
            Key.letter('l'),
            Key.letter('2'),
            Key.letter('-'),
            Key.letter('1'),
            Key.of(Kind.ENTER),
            Key.of(Kind.EMPTY_LINE),
            Key.letter('q'));
  }
}
