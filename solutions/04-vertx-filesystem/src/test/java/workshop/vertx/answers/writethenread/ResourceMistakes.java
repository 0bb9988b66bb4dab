package workshop.vertx.answers.writethenread;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.stream.Collector;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Wrong answers to {@link WriteThenRead} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Closes the stream of the caller. */
  @WrongAnswer("closed the stream that it was given")
  public static class ClosesTheOutput extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      return super.run(vertx, file, out).onComplete(r -> out.close());
    }
  }

  /** Never closes the file that it reads. */
  @WrongAnswer("Left open")
  public static class ReadsWithoutClosing extends WriteThenRead {

    @Override
    protected Future<Buffer> read(Vertx vertx, Path file) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(opened ->
              opened.collect(
                  Collector.of(Buffer::buffer, Buffer::appendBuffer, Buffer::appendBuffer)));
    }
  }

  /** Closes the file after the read, but does not wait for it. */
  @WrongAnswer("was complete while the disk still held the CLOSE")
  public static class DoesNotWaitForTheClose extends WriteThenRead {

    @Override
    protected Future<Buffer> read(Vertx vertx, Path file) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setWrite(false))
          .compose(opened ->
              opened
                  .collect(Collector.of(Buffer::buffer, Buffer::appendBuffer, Buffer::appendBuffer))
                  .onComplete(read -> opened.close()));
    }
  }
}
