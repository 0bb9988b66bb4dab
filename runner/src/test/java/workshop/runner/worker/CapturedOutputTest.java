package workshop.runner.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapturedOutputTest {

  private final List<CapturedOutput.Misuse> misused = new ArrayList<>();
  private final CapturedOutput capture = new CapturedOutput(10, misused::add);

  @Test
  void short_output_is_kept_as_it_is() {
    print("ab\ncdef");

    assertThat(capture.output()).isEqualTo(new Output("ab\ncdef", "", 2));
  }

  @Test
  void output_of_exactly_the_limit_is_not_truncated() {
    print("0123456789");

    assertThat(capture.output()).isEqualTo(new Output("0123456789", "", 1));
  }

  @Test
  void the_beginning_and_the_end_of_a_long_output_are_kept() {
    print("0123456789abcdefghij");

    assertThat(capture.output()).isEqualTo(new Output("01234", "fghij", 1));
  }

  @Test
  void the_end_is_complete_wherever_the_ring_buffer_wraps() {
    for (int i = 0; i < 1000; i++) {
      print(i + "\n");
    }

    assertThat(capture.output()).isEqualTo(new Output("0\n1\n2", "\n999\n", 1000));
  }

  @Test
  void excessive_output_is_reported() {
    byte[] bytes = new byte[1 << 20];
    for (int i = 0; i < CapturedOutput.MOST >> 20; i++) {
      capture.write(bytes, 0, bytes.length);
    }
    assertThat(misused).isEmpty();

    print("x");
    assertThat(misused).containsExactly(CapturedOutput.Misuse.FLOODED);
  }

  @Test
  void no_output_stays_empty() {
    assertThat(capture.output()).isEqualTo(Output.NONE);
  }

  private void print(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    capture.write(bytes, 0, bytes.length);
  }
}
