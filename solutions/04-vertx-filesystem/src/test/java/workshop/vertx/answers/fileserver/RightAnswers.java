package workshop.vertx.answers.fileserver;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** Right answers to {@link FileServer}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Resolves the path on a worker, and reads the attributes with Vert.x. */
  @RightAnswer
  public static class AsksVertxForTheAttributes extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx
          .executeBlocking(
              () -> {
                Path file = root.resolve(Resource.name(requestPath)).toRealPath();
                if (!file.startsWith(root.toRealPath())) {
                  throw new NoSuchFileException(requestPath);
                }
                return file;
              },
              false)
          .compose(file ->
              vertx
                  .fileSystem()
                  .props(file.toString())
                  .compose(props ->
                      props.isRegularFile()
                          ? Future.succeededFuture(
                              new Resource(
                                  file,
                                  props.size(),
                                  Instant.ofEpochMilli(props.lastModifiedTime())))
                          : Future.failedFuture(new NoSuchFileException(requestPath))));
    }
  }

  /** Checks the normalized name first, and then the real path. */
  @RightAnswer
  public static class ChecksTheNormalizedNameToo extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(
          () -> {
            String name = Resource.name(requestPath);
            if (!root.resolve(name).normalize().startsWith(root.normalize())) {
              throw new NoSuchFileException(name);
            }
            return look(root, name);
          },
          false);
    }
  }

  /** Uses the pipe and ends the response itself. */
  @RightAnswer
  public static class PipesWithThePipe extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      if (reply.length() == 0) {
        return response.end();
      }
      return vertx
          .fileSystem()
          .open(resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(f -> {
            f.setReadPos(reply.first()).setReadLength(reply.length()).setReadBufferSize(32 * 1024);
            return f.pipe()
                .endOnComplete(false)
                .to(response)
                .compose(v ->
                    response.bytesWritten() < reply.length()
                        ? Future.failedFuture(new EOFException(resource.file() + " is shorter"))
                        : response.end())
                .eventually(f::close);
          });
    }
  }

  /** Reads chunks of the largest permitted size. */
  @RightAnswer
  public static class ReadsInTheLargestChunks extends FileServer {

    @Override
    protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
      file.setReadPos(reply.first()).setReadLength(reply.length()).setReadBufferSize(32 * 1024);
      return file.pipe()
          .endOnComplete(false)
          .to(response)
          .compose(sent ->
              response.bytesWritten() == reply.length()
                  ? response.end()
                  : Future.failedFuture(new EOFException()));
    }
  }

  /** Reads each chunk on a worker, after the one before was sent. */
  @RightAnswer
  public static class SendsChunkAfterChunk extends FileServer {

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
              next(vertx, channel, reply.first(), reply.first() + reply.length(), response)
                  .eventually(() ->
                      vertx.executeBlocking(
                          () -> {
                            channel.close();
                            return null;
                          },
                          false)));
    }

    private static Future<Void> next(
        Vertx vertx, FileChannel channel, long from, long to, HttpServerResponse response) {
      if (from == to) {
        return response.end();
      }
      ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(32 * 1024, to - from));
      return vertx
          .executeBlocking(() -> channel.read(chunk, from), false)
          .compose(count -> {
            if (count <= 0) {
              return Future.failedFuture(new IOException("the file has become shorter"));
            }
            return response
                .write(Buffer.buffer().appendBytes(chunk.array(), 0, count))
                .compose(sent -> next(vertx, channel, from + count, to, response));
          });
    }
  }

  /** Does what pipe() does, with the methods of the streams. */
  @RightAnswer
  public static class SendsWithPauses extends FileServer {

    @Override
    protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
      file.setReadPos(reply.first()).setReadLength(reply.length());
      Promise<Void> sent = Promise.promise();
      file.exceptionHandler(sent::tryFail);
      response.exceptionHandler(sent::tryFail);
      file.endHandler(end -> {
        if (response.bytesWritten() < reply.length()) {
          sent.tryFail(new EOFException());
        } else {
          response.end().onComplete(ended -> sent.tryComplete());
        }
      });
      file.handler(chunk -> {
        response.write(chunk).onFailure(sent::tryFail);
        if (response.writeQueueFull()) {
          file.pause();
          response.drainHandler(drained -> file.resume());
        }
      });
      return sent.future();
    }
  }

  /** Looks for the file on a worker pool of its own. */
  @RightAnswer
  public static class FindsOnAPoolOfItsOwn extends FileServer {
    private WorkerExecutor pool;

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      if (pool == null) {
        pool = vertx.createSharedWorkerExecutor("looking", 4);
      }
      return pool.executeBlocking(() -> look(root, Resource.name(requestPath)), false);
    }
  }

  /** Opens the file to see whether it can be read, and asks it for its size. */
  @RightAnswer
  public static class OpensTheFileToFindIt extends FileServer {

    @Override
    protected Resource look(Path root, String name) throws IOException {
      Resource found = super.look(root, name);
      try (FileChannel channel = FileChannel.open(found.file())) {
        return new Resource(found.file(), channel.size(), found.modified());
      }
    }
  }
}
