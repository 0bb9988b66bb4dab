package workshop.offload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineCountTest {

  @Test
  void both_ways_count_the_same(@TempDir Path directory) throws Exception {
    Path log = Files.writeString(directory.resolve("access.log"), "GET /menu 200\n".repeat(3));

    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
      assertThat(LineCount.onThePool(log, pool).get()).isEqualTo(3);
    }
    assertThat(LineCount.onTheCaller(log).get()).isEqualTo(3);
  }
}
