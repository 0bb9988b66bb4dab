package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Makes resume ready twice. */
@WrongAnswer("pays twice")
public class ResumesTwice extends TinyRuntime {
  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    super.offload(
        work,
        done -> {
          resume.accept(done);
          resume.accept(done);
        });
  }
}
