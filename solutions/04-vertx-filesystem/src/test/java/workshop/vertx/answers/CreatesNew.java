package workshop.vertx.answers;

import io.vertx.core.file.OpenOptions;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Works the first time only. */
@WrongAnswer(value = "the call refuses to replace it", kind = AnswerKind.INPUT)
public class CreatesNew extends DurableFile {

  @Override
  protected OpenOptions options() {
    return super.options().setCreateNew(true);
  }
}
