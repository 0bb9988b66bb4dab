package workshop.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

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

  /** The memory for one client, of which there may be thousands. */
  private static final int CHUNK = 16 * 1024;

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
  @SuppressWarnings("NullAway") // Vert.x cannot know that this Callable never returns null
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    // This is disk work, too. It is not ordered, because one slow file must not delay the others.
    return vertx.executeBlocking(() -> look(root, Resource.name(requestPath)), false);
  }

  /** Blocks its thread. Checks where the file really is, and not how its name is spelled. */
  protected Resource look(Path root, String name) throws IOException {
    Path relative = root.getFileSystem().getPath(name);
    if (relative.getRoot() != null) {
      // Refused before the disk is asked: on Windows, asking for \\server\share calls that server.
      throw new NoSuchFileException(name);
    }
    Path file = root.resolve(relative).toRealPath();
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    // A real path below the root as spelled is below the real root: no link was involved.
    // Otherwise, ask the disk for the real root.
    boolean below = file.startsWith(root) || file.startsWith(root.toRealPath());
    if (!below || !attributes.isRegularFile()) {
      throw new NoSuchFileException(name);
    }
    return new Resource(file, attributes.size(), attributes.lastModifiedTime().toInstant());
  }

  /**
   * Sends what {@link Reply} says.
   *
   * @return completes when everything is sent, or fails; the file is closed by then
   */
  public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
    Reply reply = Reply.to(request, resource);
    HttpServerResponse response = reply.announce(request.response());
    if (reply.length() == 0) {
      return response.end();
    }
    if (reply.length() <= CHUNK) {
      // One task opens, reads and closes the file, instead of three tasks.
      return vertx
          .executeBlocking(() -> read(resource.file(), reply), false)
          .compose(response::end);
    }
    return vertx
        .fileSystem()
        .open(resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
        .compose(file -> stream(file, reply, response).eventually(file::close));
  }

  /** A file that has become too short is an error: {@link Reply} has announced its length. */
  protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
    file.setReadPos(reply.first()).setReadLength(reply.length()).setReadBufferSize(CHUNK);
    return file.pipe() // pauses the file while the client is slow
        .endOnComplete(false)
        .to(response)
        .compose(sent ->
            response.bytesWritten() < reply.length()
                ? Future.failedFuture(new EOFException("The file has become shorter"))
                : response.end());
  }

  /** Blocks its thread. The file may have become shorter since {@link #look} saw its size. */
  protected Buffer read(Path file, Reply reply) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) reply.length());
    try (FileChannel channel = FileChannel.open(file)) {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, reply.first() + bytes.position()) == -1) {
          throw new EOFException(file + " has become shorter");
        }
      }
    }
    return Buffer.buffer(bytes.array());
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
