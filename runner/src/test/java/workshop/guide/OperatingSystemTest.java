package workshop.guide;

import static java.nio.file.StandardOpenOption.READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.EventThread;
import workshop.disk.Op;
import workshop.testkit.http.Origin;
import workshop.testkit.http.Reply;

/** Statements of docs/operating-system.md that no module shows. */
class OperatingSystemTest {

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows does not open a directory like this")
  void a_directory_can_be_synced(@TempDir Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, READ)) {
      directory.force(true);
      assertThat(directory.isOpen()).isTrue();
    }
  }

  @Test
  void a_downloaded_file_is_written_by_a_thread_of_the_http_client(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (Disk disk = Disk.watch(folder);
        Origin origin = Origin.start();
        HttpClient client = HttpClient.newHttpClient()) {
      origin.at("/menu").answers(Reply.random(1, 10_000));
      HttpRequest request = HttpRequest.newBuilder(origin.uri("/menu")).build();

      client.send(request, BodyHandlers.ofFile(disk.path("menu.bin")));

      assertThat(disk.recording().only(Op.OPEN, Op.WRITE).threads())
          .isNotEmpty()
          .extracting(EventThread::name)
          .allMatch(name -> name.matches("HttpClient-\\d+-Worker-\\d+"));
    }
  }
}
