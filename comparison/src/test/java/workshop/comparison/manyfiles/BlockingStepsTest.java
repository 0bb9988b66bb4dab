package workshop.comparison.manyfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.comparison.manyfiles.Case.Mode;

class BlockingStepsTest {

  @TempDir private Path folder;
  private final BlockingSteps steps = new BlockingSteps();
  private final List<Object> ended = new ArrayList<>();

  private void run(Path file, byte[] content) {
    try {
      ended.add(steps.run(file, content, Mode.DURABLE));
    } catch (IOException e) {
      ended.add(e);
    }
  }

  private Path file(int size) throws IOException {
    return Files.write(folder.resolve("file-" + size), new byte[size]);
  }

  @Test
  void the_content_is_written_and_read_back_in_full() throws Exception {
    byte[] content = Case.closed(Mode.CACHED, 30_000, 1, Duration.ZERO).content();
    Path file = file(content.length);

    run(file, content);

    assertThat(Files.readAllBytes(file)).isEqualTo(content);
    assertThat(ended).containsExactly(30_000);
  }

  @Test
  void the_buffer_of_one_file_is_reused_for_the_next() throws Exception {
    run(file(30_000), new byte[30_000]);
    assertThat(steps.free()).containsExactly(32_768);

    run(file(30_000), new byte[30_000]);
    run(file(4096), new byte[4096]);

    assertThat(steps.free()).containsExactly(32_768);
    assertThat(ended).containsExactly(30_000, 30_000, 4096);
  }

  @Test
  void a_file_that_cannot_be_opened_fails_the_operation_with_the_reason() {
    run(folder.resolve("none"), new byte[1]);

    assertThat(ended).singleElement().isInstanceOf(NoSuchFileException.class);
  }
}
