package workshop.comparison.fileserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.comparison.run.HttpWire;
import workshop.comparison.run.Programs;

class NginxTest {

  private final Optional<Path> program = Programs.find("nginx");

  @TempDir private Path folder;

  @BeforeEach
  void findNginx() {
    assumeTrue(program.isPresent(), "nginx is not installed, so nothing was tested here");
  }

  private Nginx start() throws Exception {
    Path root = Files.createDirectories(folder.resolve("files"));
    Files.writeString(root.resolve("menu.txt"), "soup");
    return Nginx.start(program.orElseThrow(), folder.resolve("nginx"), root);
  }

  @Test
  void files_and_health_are_served() throws Exception {
    try (Nginx nginx = start()) {
      for (String path : List.of("/menu.txt", ServerProcess.HEALTH)) {
        try (Socket socket = HttpWire.connect(nginx.port())) {
          HttpWire.request(socket.getOutputStream(), path);

          assertThat(HttpWire.reply(socket.getInputStream())).as(path).isEqualTo(200);
        }
      }
    }
  }

  /**
   * If a worker is killed before its master, the master starts a new one, which would be left
   * behind.
   */
  @RepeatedTest(5)
  void no_worker_process_outlives_the_server() throws Exception {
    Nginx nginx = start();
    List<ProcessHandle> workers = nginx.workers();

    nginx.close();

    assertThat(workers).noneMatch(ProcessHandle::isAlive);
    assertThatThrownBy(() -> HttpWire.connect(nginx.port()).close())
        .as("a process that still listens is a worker that was left")
        .isInstanceOf(ConnectException.class);
  }
}
