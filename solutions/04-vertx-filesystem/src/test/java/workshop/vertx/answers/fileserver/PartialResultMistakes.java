package workshop.vertx.answers.fileserver;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;

/** Wrong answers to {@link FileServer} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Ends the response although the file had become shorter. */
  @WrongAnswer("the future of send() succeeded")
  public static class EndsAShortFileAsIfComplete extends FileServer {

    @Override
    protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
      file.setReadPos(reply.first()).setReadLength(reply.length());
      return file.pipeTo(response);
    }
  }

  /** Takes the first read for the whole range. */
  @WrongAnswer("Each read returned at most 7 bytes")
  public static class ReadsOnce extends FileServer {

    @Override
    protected Buffer read(Path file, Reply reply) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate((int) reply.length());
      try (FileChannel channel = FileChannel.open(file)) {
        int _ = channel.read(bytes, reply.first());
      }
      return Buffer.buffer(bytes.array());
    }
  }
}
