package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import java.util.stream.Collector;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WholeFiles;

/** An AsyncFile step by step, and a stream that is collected. */
@RightAnswer
public class StreamsTheFile extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    OpenOptions forWriting = new OpenOptions().setTruncateExisting(true);
    return vertx
        .fileSystem()
        .open(file.toString(), forWriting)
        .compose(opened -> opened.write(content).eventually(opened::close))
        .compose(written -> vertx.fileSystem().open(file.toString(), new OpenOptions()))
        .compose(opened ->
            opened
                .collect(
                    Collector.of(
                        Buffer::buffer,
                        (Buffer all, Buffer next) -> all.appendBuffer(next),
                        (a, b) -> a.appendBuffer(b)))
                .eventually(opened::close));
  }
}
