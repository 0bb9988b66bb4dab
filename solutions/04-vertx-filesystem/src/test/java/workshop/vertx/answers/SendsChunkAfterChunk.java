package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** A worker reads a chunk; when it is sent, a worker reads the next. */
@RightAnswer
public class SendsChunkAfterChunk extends FileServer {

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
