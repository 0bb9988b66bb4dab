package workshop.vertx.answers.writethenread;

import io.vertx.core.Future;
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

/** Wrong answers to {@link WriteThenRead} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Reads as many bytes as it wrote, instead of the whole file. */
  @WrongAnswer("The file had grown to 1,170,007 bytes when it was read")
  public static class ReadsAsMuchAsItWrote extends WriteThenRead {

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
      return opened
          .read(Buffer.buffer(), 0, 0, TEXT.length())
          .map(bytes -> {
            out.println("Successfully read " + bytes.length() + " bytes from the file.");
            out.println("File Contents:\n" + bytes);
            return null;
          });
    }
  }

  /** Uses FileSystem.readFile(), which reads once. */
  @WrongAnswer("A read may return fewer bytes")
  public static class ReadsWithASingleRead extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      out.println("Starting async write operation...");
      return new DurableFile()
          .write(vertx, file, Buffer.buffer(TEXT))
          .compose(written -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println("\nStarting async read operation...");
            return vertx.fileSystem().readFile(file.toString());
          })
          .<Void>map(bytes -> {
            out.println("Successfully read " + bytes.length() + " bytes from the file.");
            out.println("File Contents:\n" + bytes);
            return null;
          })
          .recover(e -> Future.failedFuture(new IOException(file + ": " + e.getMessage(), e)));
    }

    private static final String TEXT =
        "Hello, asynchronous Java!\nThis is a non-blocking operation.";
  }

  /** Reads as many bytes as the size says. */
  @WrongAnswer("as much as the earlier size said")
  public static class TrustsTheSize extends WriteThenRead {

    @Override
    protected Future<Buffer> read(Vertx vertx, Path file) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setWrite(false))
          .compose(opened ->
              opened
                  .size()
                  .compose(size -> opened.read(Buffer.buffer(), 0, 0, size.intValue()))
                  .eventually(opened::close));
    }
  }
}
