package workshop.vertx.answers;

import io.vertx.core.file.OpenOptions;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** The default options make a file that is absent, and do not empty one that is there. */
@WrongAnswer(value = "the old tail is still in the file", kind = AnswerKind.INPUT)
public class KeepsTheOldTail extends DurableFile {

  @Override
  protected OpenOptions options() {
    return new OpenOptions().setSync(true);
  }
}
