package sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;

/** A test of another project, with only JUnit and the watched disk. */
class SlowWriterTest {

  @Test
  void the_caller_is_free_while_the_disk_holds_the_write(@TempDir Path directory) {
    try (Disk disk = Disk.watch(directory)) {
      CompletableFuture<Path> written;
      try (Gate gate = disk.hold(Op.WRITE)) {
        written = new SlowWriter().write(disk.path("notes.txt"), "eggs");
        gate.awaitArrivals(1);
        assertFalse(written.isDone());
      }
      written.join();
      assertArrayEquals("eggs".getBytes(), disk.contents("notes.txt"));
    }
  }

  @Test
  void a_full_disk_reaches_the_caller(@TempDir Path directory) {
    try (Disk disk = Disk.watch(directory)) {
      disk.when(Op.WRITE).fails("No space left on device");
      Throwable thrown =
          assertThrows(
              java.util.concurrent.CompletionException.class,
              () -> new SlowWriter().write(disk.path("notes.txt"), "eggs").join());
      assertEquals("No space left on device", thrown.getCause().getCause().getMessage());
    }
  }
}
