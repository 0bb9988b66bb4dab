package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import workshop.testkit.exercise.State;

/** When the learner's code fills the memory, the verdict says so and names the line. */
@Execution(ExecutionMode.CONCURRENT)
class FullMemoryTest {

  @TempDir private Path folder;
  private AdderJudge adder;

  @BeforeEach
  void set_out() throws IOException {
    adder = new AdderJudge(folder, AdderJudge.PATIENT);
  }

  @AfterEach
  void clear_away() {
    adder.close();
  }

  private String verdict(String body) {
    ExerciseResult outcome = adder.judge(body);
    assertThat(outcome.state()).isEqualTo(State.FAILED);
    return AdderJudge.message(outcome);
  }

  @Test
  void a_loop_that_fills_the_memory_slowly_is_reported_with_its_line() {
    String message =
        verdict(
            """
            var all = new java.util.ArrayList<byte[]>();
            while (all.size() >= 0) {
              all.add(new byte[100_000]);
              if (all.size() > 1550) {
                all.removeLast();
                new java.io.File("none").exists();
              }
            }
            return a + b;\
            """);

    assertThat(message)
        .contains("the memory was full, and thread \"tests\" was still running at Adder.java:");
  }

  @Test
  void a_full_memory_is_reported_with_its_line() {
    String message = verdict("return a + b + new byte[400_000_000].length;");

    assertThat(message)
        .contains("The memory was full at Adder.java:6", "a small heap", "that the loop");
  }

  @Test
  void a_full_memory_of_direct_buffers_is_reported_as_such() {
    String message =
        verdict(
            """
            var all = new java.util.ArrayList<java.nio.ByteBuffer>();
            while (all.size() >= 0) {
              all.add(java.nio.ByteBuffer.allocateDirect(300_000_000));
            }
            return a + b;\
            """);

    assertThat(message)
        .contains("The memory for direct buffers was full at Adder.java:8", "allocateDirect()");
  }

  @Test
  void a_memory_that_is_filled_bit_by_bit_is_reported_with_its_line() {
    String message =
        verdict(
            """
            var all = new java.util.ArrayList<byte[]>();
            while (all.size() >= 0) {
              all.add(new byte[10_000_000]);
            }
            return a + b;\
            """);

    assertThat(message).containsPattern("(?i)the memory was full.* at Adder.java:[78]");
  }
}
