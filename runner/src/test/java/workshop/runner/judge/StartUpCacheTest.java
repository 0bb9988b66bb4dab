package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.course.Checkout;

/** A cache makes workers start faster, and nothing depends on it. */
class StartUpCacheTest {

  @TempDir private Path root;

  @BeforeEach
  void build() throws IOException {
    Files.createDirectories(root.resolve("testkit/target/lib"));
    Files.createDirectories(root.resolve("runner/target"));
  }

  @Test
  void without_a_cache_there_are_no_options() throws IOException {
    assertThat(options()).isEmpty();
  }

  @Test
  void a_worker_starts_even_if_its_cache_is_broken() throws Exception {
    Files.writeString(root.resolve("runner/target/worker.aot"), "not a cache");
    assertThat(options()).contains("-XX:AOTCache=" + root.resolve("runner/target/worker.aot"));

    String provider =
        WarmJudge.workerFileSystem(
            new Checkout(root), FixtureCourse.build().withWorkerOptions(options()));

    assertThat(provider).isEqualTo("workshop.disk.WatchedFileSystemProvider");
  }

  private List<String> options() throws IOException {
    return StartUpCache.in(root).options();
  }
}
