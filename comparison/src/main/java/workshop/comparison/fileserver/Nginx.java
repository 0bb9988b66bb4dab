package workshop.comparison.fileserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import workshop.comparison.run.HttpWire;
import workshop.comparison.run.Programs;

/** A private nginx with two workers on loopback. Everything it writes is in one folder. */
final class Nginx implements AutoCloseable {

  static final int WORKERS = 2;

  private static final Duration START = Duration.ofSeconds(5);
  private static final Duration END = Duration.ofSeconds(10);

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts nginx. Returns when it accepts connections. */
  static Nginx start(Path program, Path folder, Path root)
      throws IOException, InterruptedException {
    int port = freePort();
    Files.createDirectories(folder);
    Path said = folder.resolve("error.log");
    Path config = Files.writeString(folder.resolve("nginx.conf"), config(port, folder, root, said));
    var command = Stream.of(program, "-p", folder, "-e", said, "-c", config).map(Object::toString);
    Process process =
        new ProcessBuilder(command.toList())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    Nginx nginx = new Nginx(process, port);
    try {
      nginx.awaitConnection(said);
      return nginx;
    } catch (IOException | InterruptedException e) {
      nginx.close();
      throw e;
    }
  }

  int port() {
    return port;
  }

  /** The workers that have been started so far. */
  List<ProcessHandle> workers() {
    return process.descendants().toList();
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static String config(int port, Path folder, Path root, Path said) {
    // If root starts nginx, its workers would otherwise run as a user that may not read the files.
    String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
    return """
    %s
    daemon off;
    worker_processes %d;
    pid %s/pid;
    error_log %s;
    events { worker_connections 4096; }
    http {
      access_log off;
      sendfile on;
      tcp_nopush on;
      keepalive_requests 1000000000;
      types { text/plain txt; }
      client_body_temp_path %3$s/a;
      proxy_temp_path %3$s/b;
      fastcgi_temp_path %3$s/c;
      uwsgi_temp_path %3$s/d;
      scgi_temp_path %3$s/e;
      server {
        listen 127.0.0.1:%5$d backlog=4096 reuseport;
        root "%6$s";
        location = %7$s { return 200 "OK"; }
      }
    }
    """
        .formatted(user, WORKERS, folder, said, port, root, ServerProcess.HEALTH);
  }

  private void awaitConnection(Path said) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      try (Socket socket = HttpWire.connect(port)) {
        socket.shutdownOutput();
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IOException("nginx did not start: " + Files.readString(said).strip(), notYet);
        }
      }
      Thread.sleep(Duration.ofMillis(10));
    }
  }

  /**
   * Ends nginx and its workers, and returns when they are gone. The master is asked to end first:
   * while it lives, it replaces a killed worker with a new one, which would be left behind.
   */
  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, END.toMillis(), TimeUnit.MILLISECONDS).join();
    Programs.destroy(process);
  }
}
