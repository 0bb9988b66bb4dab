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

/** Wrong answers to {@link WriteThenRead} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Counts characters instead of bytes. */
  @WrongAnswer("bytes")
  public static class CountsCharacters extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return new OwnProgram() {
        @Override
        void show(byte[] bytes, PrintStream out) {
          out.println("Successfully read " + text(bytes).length() + " bytes from the file.");
          out.println("File Contents:\n" + text(bytes));
        }
      }.run(file, out, executor);
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
                  .writeFully(channel, OwnProgram.TEXT)
                  .thenRunAsync(() -> force(channel), executor));
    }
  }

  /** Decodes strictly. */
  @WrongAnswer("malformed")
  public static class RefusesMalformedText extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return new OwnProgram() {
        @Override
        String text(byte[] bytes) {
          try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
          } catch (CharacterCodingException e) {
            throw new CompletionException(e);
          }
        }
      }.run(file, out, executor);
    }
  }
}
