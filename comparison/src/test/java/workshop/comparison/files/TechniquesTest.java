package workshop.comparison.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.disk.Recording;

class TechniquesTest {

  private static final int SIZE = 4096;

  @TempDir private Path folder;

  /** What one durable operation asks of the disk, every piece of which takes its time if slowed. */
  private Recording asked(String name) throws Exception {
    try (Disk disk = Disk.watch(folder);
        Technique technique = Techniques.named(name, true)) {
      byte[] content = Case.closed(SIZE, true, 1, Duration.ZERO).content();
      disk.seed("file", content);
      CompletableFuture<Integer> read = new CompletableFuture<>();
      technique.start(
          disk.path("file"),
          content,
          true,
          (length, failure) -> {
            if (failure == null) {
              read.complete(length);
            } else {
              read.completeExceptionally(failure);
            }
          });
      assertThat(read.get(30, TimeUnit.SECONDS)).as(name).isEqualTo(SIZE);
      return disk.recording().only(Op.OPEN, Op.READ, Op.WRITE, Op.FORCE);
    }
  }

  @Test
  void only_vertx_asks_for_no_force_and_so_waits_less_often_on_the_slowed_disk() throws Exception {
    int blocking = asked("blocking").events().size();

    for (String name : List.of("pool", "lanes", "virtual", "channels")) {
      Recording recording = asked(name);
      assertThat(recording.events()).as(name).hasSize(blocking);
      assertThat(recording.only(Op.FORCE).events()).as(name).hasSize(1);
    }
    Recording vertx = asked("vertx");
    assertThat(vertx.events()).hasSizeLessThan(blocking);
    assertThat(vertx.only(Op.FORCE).events()).isEmpty();
  }
}
