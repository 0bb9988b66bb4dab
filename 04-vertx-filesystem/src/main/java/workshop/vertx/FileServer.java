package workshop.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;

/**
 * One chef and thousands of guests, as in the first row of the guide's table: a server of static
 * files on one event loop.
 *
 * <p>No client reaches a file outside the root, no large file is in memory as a whole, and {@code
 * /health} answers while every file operation is held. {@link Reply} takes care of HTTP, and you
 * take care of the disk.
 *
 * <p>Read first: docs/04-vertx-filesystem.md
 */
public class FileServer {

  /** Serves what is below {@code root}, to this machine only. Port 0 takes any free port. */
  public Future<HttpServer> start(Vertx vertx, Path root, int port) {
    return vertx
        .createHttpServer()
        .requestHandler(request -> answer(vertx, root, request))
        .invalidRequestHandler(Reply::malformed)
        .listen(port, "127.0.0.1");
  }

  private void answer(Vertx vertx, Path root, HttpServerRequest request) {
    if ("/health".equals(request.path())) {
      Reply.dated(request.response()).end("OK");
    } else {
      Future.succeededFuture(request.path())
          .compose(path -> find(vertx, root, path))
          .compose(resource -> send(vertx, resource, request))
          .onFailure(error -> Reply.failed(request, error));
    }
  }

  /**
   * Returns the regular file that the path of a request refers to.
   *
   * @return a future that fails with {@code NoSuchFileException} unless the file is below the root
   */
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    // TODO(04-6): off the loop, resolve Resource.name(requestPath) and all links; reject escapes.
    throw new UnsupportedOperationException("TODO(04-6): find the file, below the root only");
  }

  /**
   * Sends what {@link Reply} says.
   *
   * @return completes when everything is sent, or fails; the file is closed by then
   */
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    // TODO(04-6): announce the reply. If it has a body, stream that part of the file in chunks.
    throw new UnsupportedOperationException("TODO(04-6): send the part of the file, streamed");
  }

  public static void main(String[] args) {
    Path root = Path.of(args.length > 0 ? args[0] : ".");
    Vertx vertx = Vertx.vertx();
    new FileServer()
        .start(vertx, root, 8080)
        .onSuccess(server -> System.out.println(root + " is at http://127.0.0.1:8080/"))
        .onFailure(error -> System.err.println("Cannot serve " + root + ": " + error.getMessage()))
        .onFailure(error -> vertx.close());
  }
}
