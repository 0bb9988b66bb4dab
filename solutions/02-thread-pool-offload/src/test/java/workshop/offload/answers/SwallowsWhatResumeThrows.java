package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Reports what a task throws, and not what a continuation throws. */
@WrongAnswer("told was only")
public class SwallowsWhatResumeThrows extends TinyRuntime {
  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    super.offload(
        work,
        done -> {
          try {
            resume.accept(done);
          } catch (RuntimeException e) { // the loop must go on
          }
        });
  }
}
