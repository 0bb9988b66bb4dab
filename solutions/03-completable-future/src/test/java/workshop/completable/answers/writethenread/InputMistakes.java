package workshop.completable.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead}: an input that they cannot handle. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Counts characters instead of bytes. */
  @WrongAnswer("bytes")
  public static class CountsCharacters extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      out.println("Starting async write operation...");
      return write(file, executor)
          .thenCompose(written -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println();
            out.println("Starting async read operation...");
            return read(file, executor);
          })
          .thenAccept(bytes -> {
            out.println(
                "Successfully read " + new String(bytes, UTF_8).length() + " bytes from the file.");
            out.println("File Contents:");
            out.println(new String(bytes, UTF_8));
          })
          .exceptionallyCompose(failure -> CompletableFuture.failedFuture(naming(file, failure)));
    }
  }

  /** Does not truncate the file. */
  @WrongAnswer("tail")
  public static class KeepsTheOldTail extends WriteThenRead {
    @Override
    protected CompletableFuture<Void> write(Path file, ExecutorService executor) {
      return paths.using(
          file,
          Set.of(CREATE, WRITE),
          executor,
          channel ->
              channels
                  .writeFully(
                      channel,
                      "Hello, asynchronous Java!\nThis is a non-blocking operation."
                          .getBytes(UTF_8))
                  .thenRunAsync(() -> force(channel), executor));
    }
  }

  /** Decodes strictly. */
  @WrongAnswer("malformed")
  public static class RefusesMalformedText extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      out.println("Starting async write operation...");
      return write(file, executor)
          .thenCompose(written -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println();
            out.println("Starting async read operation...");
            return read(file, executor);
          })
          .thenAccept(bytes -> {
            out.println("Successfully read " + bytes.length + " bytes from the file.");
            out.println("File Contents:");
            try {
              out.println(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
            } catch (CharacterCodingException e) {
              throw new CompletionException(e);
            }
          })
          .exceptionallyCompose(failure -> CompletableFuture.failedFuture(naming(file, failure)));
    }
  }
}
