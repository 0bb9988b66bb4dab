package workshop.comparison.manyfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.comparison.result.Contender.FUTURES;
import static workshop.comparison.result.Contender.POOL;
import static workshop.comparison.result.Contender.VIRTUAL;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.comparison.manyfiles.Case.Mode;
import workshop.comparison.result.Contender;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.disk.Recording;

class TechniquesTest {

  private static final int SIZE = 4096;

  @TempDir private Path folder;

  /**
   * What one durable operation asks of the disk. On a slowed disk, each of these requests takes
   * time.
   */
  private Recording asked(Contender contender) throws Exception {
    try (Disk disk = Disk.watch(folder);
        Technique technique = Techniques.of(contender, true)) {
      byte[] content = Case.closed(Mode.DURABLE, SIZE, 1, Duration.ZERO).content();
      disk.seed("file", content);
      CompletableFuture<Integer> read = new CompletableFuture<>();
      technique.start(
          disk.path("file"),
          content,
          Mode.DURABLE,
          (length, failure) -> {
            if (failure == null) {
              read.complete(length);
            } else {
              read.completeExceptionally(failure);
            }
          });
      assertThat(read.get(30, TimeUnit.SECONDS)).as(contender.name()).isEqualTo(SIZE);
      return disk.recording().only(Op.OPEN, Op.READ, Op.WRITE, Op.FORCE);
    }
  }

  @Test
  void only_vertx_does_not_force_and_so_waits_less_often_on_the_slowed_disk() throws Exception {
    int blocking = asked(Contender.IN_TURN).events().size();

    for (Contender each : List.of(POOL, VIRTUAL, FUTURES)) {
      Recording recording = asked(each);
      assertThat(recording.events()).as(each.name()).hasSize(blocking);
      assertThat(recording.only(Op.FORCE).events()).as(each.name()).hasSize(1);
    }
    Recording vertx = asked(Contender.VERTX);
    assertThat(vertx.events()).hasSizeLessThan(blocking);
    assertThat(vertx.only(Op.FORCE).events()).isEmpty();
  }
}
