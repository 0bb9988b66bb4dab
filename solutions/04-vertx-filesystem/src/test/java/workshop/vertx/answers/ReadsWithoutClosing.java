package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import java.util.stream.Collector;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** The file that was read stays open. */
@WrongAnswer(value = "Left open", kind = AnswerKind.RESOURCE)
public class ReadsWithoutClosing extends WriteThenRead {

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
