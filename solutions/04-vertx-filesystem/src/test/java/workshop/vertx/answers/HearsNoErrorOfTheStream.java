package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;
import workshop.vertx.WriteThenRead;

/** The stream reports its error, and there is no handler for it. */
@WrongAnswer(value = "no handler of yours took", kind = AnswerKind.PROMISE)
public class HearsNoErrorOfTheStream extends WriteThenRead {

  private static final String TEXT = "Hello, asynchronous Java!\nThis is a non-blocking operation.";

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    out.println("Starting async write operation...");
    return new DurableFile()
        .write(vertx, file, Buffer.buffer(TEXT))
        .compose(written -> {
          out.println("Successfully wrote to " + file.getFileName());
          out.println("\nStarting async read operation...");
          return vertx
              .fileSystem()
              .open(file.toString(), new OpenOptions().setWrite(false).setCreate(false));
        })
        .compose(opened -> read(opened, out).eventually(opened::close))
        .recover(e -> Future.failedFuture(new IOException(file + ": " + e.getMessage(), e)));
  }

  private static Future<Void> read(AsyncFile opened, PrintStream out) {
    Promise<Void> read = Promise.promise();
    Buffer all = Buffer.buffer();
    opened.endHandler(end -> {
      out.println("Successfully read " + all.length() + " bytes from the file.");
      out.println("File Contents:\n" + all);
      read.complete();
    });
    opened.handler(chunk -> {
      all.appendBuffer(chunk);
    });
    return read.future();
  }
}
