package workshop.comparison.manyfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import workshop.comparison.manyfiles.Case.Mode;

@EnabledOnOs({OS.LINUX, OS.MAC})
class SystemCallsTest {

  private static final int SIZE = 16;
  private static final int MOST_WINDOWS = 1000;

  @TempDir private Path folder;

  /** More files than threads: with one file per thread, the other files would never be written. */
  @Test
  void the_plain_system_calls_take_turns_with_all_files() throws Exception {
    int inFlight = 4 * Runtime.getRuntime().availableProcessors();
    List<Path> files =
        IntStream.range(0, inFlight).mapToObj(i -> Case.file(folder, SIZE, i)).toList();
    for (Path file : files) {
      Files.write(file, new byte[SIZE]);
    }
    Case wanted = Case.closed(Mode.CACHED, SIZE, inFlight, Duration.ofMillis(1));
    List<Path> untouched = files;
    try (SystemCalls calls = new SystemCalls(folder)) {
      for (int i = 0; i < MOST_WINDOWS && !untouched.isEmpty(); i++) {
        calls.run(wanted);
        untouched = files.stream().filter(file -> !holds(file, wanted.content())).toList();
      }
    }

    assertThat(untouched).as("not written in %d windows", MOST_WINDOWS).isEmpty();
  }

  private static boolean holds(Path file, byte[] content) {
    try {
      return Arrays.equals(Files.readAllBytes(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
