package workshop.vertx.answers.awaitedrecipe;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Wrong answers to {@link AwaitedRecipe} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Decodes each byte as one character. */
  @WrongAnswer("decoded them with a different charset")
  public static class DecodesAsLatin1 extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      String text = named(from, files.readFile(from.toString())).await().toString("ISO-8859-1");
      named(to, files.writeFile(to.toString(), Buffer.buffer(change.apply(text), "ISO-8859-1")))
          .await();
    }
  }

  /** Takes an empty string for one that needs no write. */
  @WrongAnswer("the target still holds its old content")
  public static class SkipsAnEmptyText extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      String text = change.apply(named(from, files.readFile(from.toString())).await().toString());
      if (!text.isEmpty()) {
        named(to, files.writeFile(to.toString(), Buffer.buffer(text))).await();
      }
    }
  }

  /** Opens the target with the default options, which do not truncate. */
  @WrongAnswer("the old tail is still in the file")
  public static class KeepsTheOldTailOfTheTarget extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      String text = named(from, files.readFile(from.toString())).await().toString();
      AsyncFile out = named(to, files.open(to.toString(), new OpenOptions())).await();
      try {
        named(to, out.write(Buffer.buffer(change.apply(text)))).await();
      } finally {
        out.close().await();
      }
    }
  }

  /** Strips spaces and line endings. */
  @WrongAnswer("but change was called with \"soup")
  public static class StripsTheText extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      super.steps(files, from, to, text -> change.apply(text.strip()));
    }
  }

  /** Reads one chunk of a fixed size. */
  @WrongAnswer("characters, but change was called with")
  public static class ReadsOneChunk extends AwaitedRecipe {

    private static final OpenOptions READ = new OpenOptions().setWrite(false).setCreate(false);

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change) {
      AsyncFile source = named(from, files.open(from.toString(), READ)).await();
      String text;
      try {
        text = named(from, source.read(Buffer.buffer(), 0, 0, 8192)).await().toString();
      } finally {
        source.close().await();
      }
      named(to, files.writeFile(to.toString(), Buffer.buffer(change.apply(text)))).await();
    }
  }

  /** Decodes each chunk by itself. */
  @WrongAnswer("a piece may end in the middle of a character")
  public static class DecodesInPieces extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      AsyncFile file = files.open(from.toString(), new OpenOptions().setWrite(false)).await();
      try {
        Collector<Buffer, ?, String> text =
            Collectors.mapping(Buffer::toString, Collectors.joining());
        String changed = change.apply(named(from, file.collect(text)).await());
        named(to, files.writeFile(to.toString(), Buffer.buffer(changed))).await();
      } finally {
        file.close().await();
      }
    }
  }
}
