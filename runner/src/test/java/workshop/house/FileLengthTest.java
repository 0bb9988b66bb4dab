package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Source files are short, as CONTRIBUTING.md asks. */
class FileLengthTest {

  private static final int MOST_LINES = 400;

  @Test
  void no_source_file_is_longer_than_400_lines() throws IOException {
    List<Path> sources = House.sources();

    assertThat(sources).isNotEmpty();
    assertThat(sources).filteredOn(source -> lines(source) > MOST_LINES).isEmpty();
  }

  private static long lines(Path source) {
    try (Stream<String> lines = Files.lines(House.root().resolve(source))) {
      return lines.count();
    } catch (IOException e) {
      throw new AssertionError(source + " cannot be read", e);
    }
  }
}
