package workshop.offload.answers.tinyruntime;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link TinyRuntime} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Resumes with null when the work fails. */
  @WrongAnswer("An error was swallowed")
  public static class ResumesWithNull extends TinyRuntime {

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      super.offload(
          () -> {
            try {
              return work.call();
            } catch (Exception e) {
              return null;
            }
          },
          resume);
    }
  }
}
