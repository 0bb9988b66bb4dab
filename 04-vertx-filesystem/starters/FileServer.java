package workshop.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;

/**
 * The guide's first row: a server of static files for thousands of guests, on one event loop. What
 * HTTP wants is given, in {@link Reply}; the disk is yours.
 *
 * <p>No guest reaches a file outside of the root, no file is in memory as a whole, and {@code
 * /health} answers though every file operation is held.
 *
 * <p>Read first: docs/04-vertx-filesystem.md
 */
public class FileServer {

  /** Serves what is below {@code root} on a port of this machine's own; 0 takes any free port. */
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

  /** Returns the regular file that a path means, if it is below the root in truth. */
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    // TODO(04-6): resolve Resource.name(requestPath) and all links, off the loop; refuse escapes.
    throw new UnsupportedOperationException("TODO(04-6): find the file, below the root only");
  }

  /** Sends what {@link Reply} says; done when all is sent, and the file closed in any case. */
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    // TODO(04-6): announce the reply; if it has a body, stream that part of the file, bounded.
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
