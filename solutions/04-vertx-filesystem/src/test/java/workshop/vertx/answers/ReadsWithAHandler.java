package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WriteThenRead;

/** Handler, end handler and exception handler, and a promise. */
@RightAnswer
public class ReadsWithAHandler extends WriteThenRead {

  @Override
  protected Future<Buffer> read(Vertx vertx, Path file) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setWrite(false).setCreate(false))
        .compose(opened -> {
          Promise<Buffer> read = Promise.promise();
          Buffer all = Buffer.buffer();
          opened
              .exceptionHandler(read::tryFail)
              .endHandler(end -> read.tryComplete(all))
              .handler(all::appendBuffer);
          return read.future().eventually(opened::close);
        });
  }
}
