package workshop.vertx;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import workshop.testkit.thread.Await;

/** The file server of the solutions on a free port, for tests that talk HTTP to it. */
final class SolvedServer implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final int port;

  SolvedServer(Path root) {
    port =
        Await.result("the server", new FileServer().start(vertx, root, 0).toCompletionStage())
            .actualPort();
  }

  int port() {
    return port;
  }

  /** Sends one request on a connection of its own; target and header lines go out as they are. */
  RawClient.Answer ask(String method, String target, String... headers) throws IOException {
    try (RawClient client = RawClient.at(port)) {
      return client.send(method, target, headers).answer();
    }
  }

  @Override
  public void close() {
    Await.result("the end of Vert.x", vertx.close().toCompletionStage());
  }
}
