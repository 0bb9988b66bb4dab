package workshop.vertx.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;
import workshop.vertx.WriteThenRead;

/** Wrong answers to {@link WriteThenRead} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Reads on the event loop. */
  @WrongAnswer("you blocked the event loop")
  public static class ReadsOnTheEventLoop extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      out.println("Starting async write operation...");
      return new DurableFile()
          .write(
              vertx,
              file,
              Buffer.buffer("Hello, asynchronous Java!\nThis is a non-blocking operation."))
          .compose(written -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println("\nStarting async read operation...");
            try {
              byte[] bytes = Files.readAllBytes(file);
              out.println("Successfully read " + bytes.length + " bytes from the file.");
              out.println("File Contents:\n" + new String(bytes, UTF_8));
            } catch (IOException e) {
              return Future.failedFuture(e);
            }
            return Future.<Void>succeededFuture();
          })
          .recover(e -> Future.failedFuture(new IOException(file + ": " + e.getMessage(), e)));
    }
  }
}
