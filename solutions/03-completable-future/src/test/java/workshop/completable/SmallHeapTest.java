package workshop.completable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.completable.answers.ReadsOnAndOn;

/** Among the tests of 03-6 others fail first: here the last one has to find it by itself. */
class SmallHeapTest {

  @TempDir Path directory;

  @Test
  void who_reads_on_and_on_runs_out_of_memory_though_the_cooks_are_quick() throws Exception {
    assertThat(SmallHeap.run(ReadsOnAndOn.class, directory.resolve("huge.bin")).output())
        .contains("OutOfMemoryError");
  }
}
