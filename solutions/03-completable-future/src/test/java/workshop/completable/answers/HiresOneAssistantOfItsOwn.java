package workshop.completable.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A pool of one thread, whatever the limit says. */
@WrongAnswer(value = "this ran one after another", kind = AnswerKind.CALLER)
public class HiresOneAssistantOfItsOwn extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    try (ExecutorService one = new Unhurried()) {
      return super.readAll(files, limit, one);
    }
  }

  /** Takes its tasks with it when it is closed, and does not wait for them. */
  private static final class Unhurried extends java.util.concurrent.ThreadPoolExecutor {
    Unhurried() {
      super(
          1,
          1,
          0,
          java.util.concurrent.TimeUnit.SECONDS,
          new java.util.concurrent.LinkedBlockingQueue<>());
    }

    @Override
    public void close() {
      shutdown();
    }
  }
}
