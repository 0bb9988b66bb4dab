package workshop.offload.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Belongs to 02-3. An interrupt closes the {@link FileChannel} that the thread is using, for every
 * thread that shares it. {@link Files#readAllBytes} does not notice an interrupt at all.
 */
class AnInterruptClosesTheChannelTest {

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void write_a_file() throws Exception {
    file = Files.writeString(directory.resolve("menu.txt"), "soup");
  }

  @AfterEach
  void clear_the_flag() {
    Thread.interrupted();
  }

  @Test
  void an_interrupted_read_closes_the_channel_for_every_thread() throws Exception {
    try (FileChannel shared = FileChannel.open(file)) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(ClosedByInterruptException.class)
          .isThrownBy(() -> shared.read(ByteBuffer.allocate(4)));
      Thread.interrupted();

      assertThatExceptionOfType(ClosedChannelException.class)
          .as("a read that was not interrupted")
          .isThrownBy(() -> shared.read(ByteBuffer.allocate(4), 0));
    }
    System.out.println(
        "One thread was interrupted while it read, and the channel is closed for all threads.");
  }

  @Test
  void files_read_all_bytes_reads_to_the_end_and_keeps_the_flag() throws Exception {
    Thread.currentThread().interrupt();

    assertThat(Files.readAllBytes(file)).hasSize(4);

    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    System.out.println("Files.readAllBytes on an interrupted thread read the whole file.");
  }
}
