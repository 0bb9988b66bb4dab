package workshop.vertx.answers.fileserver;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/**
 * Wrong answers to {@link FileServer} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Blocks a worker until the client has taken each chunk. */
  @WrongAnswer("Three slow clients occupied both workers")
  public static class HoldsAWorkerForEachClient extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      if (reply.length() == 0) {
        return response.end();
      }
      return vertx
          .<Void>executeBlocking(
              () -> {
                try (FileChannel c = FileChannel.open(resource.file())) {
                  long left = reply.length();
                  long at = reply.first();
                  while (left > 0) {
                    ByteBuffer b = ByteBuffer.allocate((int) Math.min(left, 16384));
                    int n = c.read(b, at);
                    if (n < 0) {
                      throw new EOFException();
                    }
                    response
                        .write(Buffer.buffer(java.util.Arrays.copyOf(b.array(), n)))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get();
                    at += n;
                    left -= n;
                  }
                }
                return null;
              },
              false)
          .compose(v -> response.end());
    }
  }

  /** Looks for the file on the event loop. */
  @WrongAnswer("The event loop itself did disk work")
  public static class FindsOnTheLoop extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      try {
        Path file = root.resolve(Resource.name(requestPath)).toRealPath();
        if (!file.startsWith(root.toRealPath())) {
          throw new NoSuchFileException(requestPath);
        }
        return Future.succeededFuture(look(file));
      } catch (IOException e) {
        return Future.failedFuture(e);
      }
    }

    private static Resource look(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new NoSuchFileException(file.toString());
      }
      return new Resource(file, attributes.size(), attributes.lastModifiedTime().toInstant());
    }
  }

  /** Streams the file, but opens it with the blocking method. */
  @WrongAnswer("You blocked the event loop")
  public static class OpensWithTheBlockingMethod extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      if (reply.length() == 0) {
        return response.end();
      }
      AsyncFile file =
          vertx
              .fileSystem()
              .openBlocking(
                  resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false));
      file.setReadPos(reply.first()).setReadLength(reply.length());
      return file.pipeTo(response).eventually(file::close);
    }
  }

  /** Opens a channel on a worker and reads from it on the event loop. */
  @WrongAnswer("you blocked the event loop")
  public static class SendsAChannelFromTheLoop extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      if (reply.length() == 0) {
        return response.end();
      }
      return vertx
          .executeBlocking(() -> FileChannel.open(resource.file()), false)
          .compose(channel ->
              response
                  .sendFile(channel, reply.first(), reply.length())
                  .eventually(() ->
                      vertx.executeBlocking(
                          () -> {
                            channel.close();
                            return null;
                          },
                          false)));
    }
  }

  /** Opens the file on a worker, but sendFile reads it on the event loop. */
  @WrongAnswer("sendFile(String) does")
  public static class SendsARandomAccessFile extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      if (reply.length() == 0) {
        return response.end();
      }
      return vertx
          .executeBlocking(() -> new RandomAccessFile(resource.file().toFile(), "r"), false)
          .compose(f -> response.sendFile(f, reply.first(), reply.length()));
    }
  }

  /** Calls sendFile(String), which opens and sends the file on the event loop. */
  @WrongAnswer("You blocked the event loop")
  public static class SendsFilesFromTheLoop extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      if (reply.length() == 0) {
        return response.end();
      }
      return response.sendFile(resource.file().toString(), reply.first(), reply.length());
    }
  }
}
