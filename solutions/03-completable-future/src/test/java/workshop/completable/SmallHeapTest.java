package workshop.completable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.completable.answers.readaheadpipeline.ResourceMistakes.ReadsWithoutALimit;

/** In the suite of 03-6, other tests fail first. Here, the last one has to find the mistake. */
class SmallHeapTest {

  @TempDir Path directory;

  @Test
  void a_pipeline_that_reads_without_a_limit_runs_out_of_memory() throws Exception {
    assertThat(SmallHeap.run(ReadsWithoutALimit.class, directory.resolve("huge.bin")).output())
        .contains("OutOfMemoryError");
  }
}
