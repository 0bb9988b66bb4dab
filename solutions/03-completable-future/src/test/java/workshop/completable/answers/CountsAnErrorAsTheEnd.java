package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Takes a failed read for the end of the file. */
@WrongAnswer(value = "fail", kind = AnswerKind.PARTIAL_RESULT)
public class CountsAnErrorAsTheEnd extends StoppableCopy {
  @Override
  protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
    try {
      return super.copyWhileWanted(from, to, wanted);
    } catch (IOException e) {
      return Files.exists(to) ? Files.size(to) : 0;
    }
  }
}
