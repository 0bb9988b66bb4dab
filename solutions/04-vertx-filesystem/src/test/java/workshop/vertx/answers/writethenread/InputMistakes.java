package workshop.vertx.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;
import workshop.vertx.WriteThenRead;

/** Wrong answers to {@link WriteThenRead} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Counts characters instead of bytes. */
  @WrongAnswer("the program counted 6")
  public static class CountsCharacters extends WriteThenRead {

    @Override
    protected void show(Buffer bytes, PrintStream out) {
      String text = bytes.toString(UTF_8);
      out.println("Successfully read " + text.length() + " bytes from the file.");
      out.println("File Contents:\n" + text);
    }
  }

  /** Decodes each chunk by itself. */
  @WrongAnswer("The text that was shown differs from the file")
  public static class DecodesChunkByChunk extends WriteThenRead {

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
      StringBuilder all = new StringBuilder();
      AtomicInteger count = new AtomicInteger();
      opened.exceptionHandler(read::tryFail);
      opened.endHandler(end -> {
        out.println("Successfully read " + count + " bytes from the file.");
        out.println("File Contents:\n" + all);
        read.complete();
      });
      opened.handler(chunk -> {
        count.addAndGet(chunk.length());
        all.append(chunk.toString());
      });
      return read.future();
    }
  }

  /** Decodes strictly, so malformed bytes are an error. */
  @WrongAnswer("The decoder is strict")
  public static class DecodesStrictly extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      out.println("Starting async write operation...");
      return write(vertx, file)
          .compose(w -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println("\nStarting async read operation...");
            return read(vertx, file);
          })
          .compose(b -> {
            try {
              String t = UTF_8.newDecoder().decode(ByteBuffer.wrap(b.getBytes())).toString();
              out.println("Successfully read " + b.length() + " bytes from the file.");
              out.println("File Contents:\n" + t);
              return Future.<Void>succeededFuture();
            } catch (IOException e) {
              return Future.failedFuture(e);
            }
          })
          .recover(e -> Future.failedFuture(new IOException(file + ": " + e, e)));
    }
  }

  /** Ignores the path that it is given. */
  @WrongAnswer("my_async_file.txt")
  public static class HasAFixedName extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      return super.run(vertx, Path.of("my_async_file.txt"), out);
    }
  }
}
