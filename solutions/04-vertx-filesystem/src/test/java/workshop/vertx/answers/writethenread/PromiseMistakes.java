package workshop.vertx.answers.writethenread;

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
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;
import workshop.vertx.WriteThenRead;

/** Wrong answers to {@link WriteThenRead} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Sets no exception handler on the stream. */
  @WrongAnswer("your code has no handler for it")
  public static class IgnoresErrorsOfTheStream extends WriteThenRead {

    private static final String TEXT =
        "Hello, asynchronous Java!\nThis is a non-blocking operation.";

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

  /** Never completes its promise after a failure. */
  @WrongAnswer("the future of run() never completes")
  public static class CompletesOnSuccessOnly extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      Promise<Void> p = Promise.promise();
      super.run(vertx, file, out).onSuccess(v -> p.complete());
      return p.future();
    }
  }

  /** Uses FileSystem.writeFile(), which does not force. */
  @WrongAnswer("never forced")
  public static class WritesWithWriteFile extends WriteThenRead {

    private static final String TEXT =
        "Hello, asynchronous Java!\nThis is a non-blocking operation.";

    @Override
    protected Future<Void> write(Vertx vertx, Path file) {
      return vertx.fileSystem().writeFile(file.toString(), Buffer.buffer(TEXT));
    }
  }

  /** Collects the bytes of all runs in one field. */
  @WrongAnswer("Two runs read at the same time")
  public static class CollectsInAField extends WriteThenRead {

    private Buffer all = Buffer.buffer();

    @Override
    protected Future<Buffer> read(Vertx vertx, Path file) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(opened -> {
            all = Buffer.buffer();
            Promise<Buffer> read = Promise.promise();
            opened
                .exceptionHandler(read::tryFail)
                .endHandler(end -> read.tryComplete(all))
                .handler(chunk -> all.appendBuffer(chunk));
            return read.future().eventually(opened::close);
          });
    }
  }
}
