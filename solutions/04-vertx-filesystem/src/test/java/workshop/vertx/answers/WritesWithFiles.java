package workshop.vertx.answers;

import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Awaits the read, and writes as a blocking program does. */
@WrongAnswer(value = "A virtual thread stood at the disk itself", kind = AnswerKind.CALLER)
public class WritesWithFiles extends AwaitedRecipe {

  @Override
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    String text = named(from, files.readFile(from.toString())).await().toString();
    Files.writeString(to, change.apply(text));
  }
}
