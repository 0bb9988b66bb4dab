package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Resumes after a result or an exception, and not after an Error. */
@WrongAnswer("resume was not called")
public class ResumesAfterExceptionsOnly extends TinyRuntime {

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    super.offload(
        () -> {
          CompletableFuture<T> result = new CompletableFuture<>();
          try {
            result.complete(work.call());
          } catch (Exception e) {
            result.completeExceptionally(e);
          } catch (Error e) {
            return null;
          }
          execute(() -> resume.accept(result));
          return null;
        },
        done -> {});
  }
}
