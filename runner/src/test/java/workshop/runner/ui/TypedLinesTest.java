package workshop.runner.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import workshop.runner.watch.Key;
import workshop.runner.watch.Key.Kind;

class TypedLinesTest {

  @Test
  void a_letter_alone_is_a_key_and_more_of_them_are_entered() throws InterruptedException {
    assertThat(typed("l\n2-1\n\nq\n", 7))
        .containsExactly(
            Key.letter('l'),
            Key.letter('2'),
            Key.letter('-'),
            Key.letter('1'),
            Key.of(Kind.ENTER),
            Key.of(Kind.EMPTY_LINE),
            Key.letter('q'));
  }

  private static List<Key> typed(String text, int count) throws InterruptedException {
    BlockingQueue<Key> keys = new LinkedBlockingQueue<>();
    new TypedLines(new ByteArrayInputStream(text.getBytes(UTF_8))).start(keys::add);
    List<Key> typed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Key key = keys.poll(30, TimeUnit.SECONDS);
      assertThat(key).as("key %d within 30 s; so far %s", i + 1, typed).isNotNull();
      typed.add(key);
    }
    return typed;
  }
}
