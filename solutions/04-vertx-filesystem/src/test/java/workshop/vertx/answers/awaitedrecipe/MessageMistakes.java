package workshop.vertx.answers.awaitedrecipe;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Wrong answers to {@link AwaitedRecipe} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Passes on the FileSystemException of Vert.x, which is not an IOException. */
  @WrongAnswer("it is not an IOException")
  public static class LeavesTheErrorAsItIs extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      String text = files.readFile(from.toString()).await().toString();
      files.writeFile(to.toString(), Buffer.buffer(change.apply(text))).await();
    }
  }

  /** Throws a new error without the old one as its cause. */
  @WrongAnswer("neither the cause of this error nor the cause of that cause")
  public static class LosesTheCause extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      try {
        super.steps(files, from, to, change);
      } catch (IOException e) {
        throw new IOException(e.getMessage());
      }
    }
  }

  /** Throws an IOException that names no file. */
  @WrongAnswer("names the file")
  public static class LosesThePath extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      try {
        String text = files.readFile(from.toString()).await().toString();
        files.writeFile(to.toString(), Buffer.buffer(change.apply(text))).await();
      } catch (Exception e) {
        throw new IOException("The recipe failed", e);
      }
    }
  }

  /** Names the source even if the target failed, without the message of the error. */
  @WrongAnswer("The message blames raw.txt, which did not fail")
  public static class NamesOnlyTheSource extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      try {
        String text = files.readFile(from.toString()).await().toString();
        files.writeFile(to.toString(), Buffer.buffer(change.apply(text))).await();
      } catch (Exception e) {
        throw new IOException("Cannot process " + from, e);
      }
    }
  }

  /** Blames the source for errors of the target. */
  @WrongAnswer("also names raw.txt, which did not fail")
  public static class NamesTheSourceAlways extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      try {
        String text = files.readFile(from.toString()).await().toString();
        files.writeFile(to.toString(), Buffer.buffer(change.apply(text))).await();
      } catch (Exception e) {
        throw new IOException(from + ": " + e.getMessage(), e);
      }
    }
  }
}
