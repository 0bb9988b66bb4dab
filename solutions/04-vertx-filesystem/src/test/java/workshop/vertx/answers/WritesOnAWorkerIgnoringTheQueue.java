package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** A worker reads on and on; the response's queue takes it all. */
@WrongAnswer(value = "were read from the disk for it", kind = AnswerKind.RESOURCE)
public class WritesOnAWorkerIgnoringTheQueue extends FileServer {

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
                  response.write(Buffer.buffer(java.util.Arrays.copyOf(b.array(), n)));
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
