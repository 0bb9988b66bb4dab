package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Sync is about writes, and there is none if the content is empty. */
@WrongAnswer(value = "the empty file was never forced", kind = AnswerKind.INPUT)
public class DoesNotForceAnEmptyFile extends DurableFile {

  @Override
  protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
    return file.write(content);
  }
}
