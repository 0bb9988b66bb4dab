package workshop.vertx.answers;

import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Reads as simply, and holds its carrier for as long as the disk takes. */
@WrongAnswer(value = "A virtual thread stood at the disk itself", kind = AnswerKind.CALLER)
public class ReadsOnTheVirtualThread extends AwaitedRecipe {

  @Override
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    Files.writeString(to, change.apply(Files.readString(from)));
  }
}
