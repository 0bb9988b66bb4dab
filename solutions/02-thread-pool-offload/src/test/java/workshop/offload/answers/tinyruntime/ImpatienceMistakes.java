package workshop.offload.answers.tinyruntime;

import java.util.concurrent.atomic.AtomicBoolean;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link TinyRuntime} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  /** Returns from close() while accepted work is running. */
  @WrongAnswer("close() returned while")
  public static class ClosesBeforeTheWorkIsDone extends TinyRuntime {

    @Override
    public void close() {
      Thread.ofPlatform().start(super::close);
    }
  }

  /** Returns from a second close() while the first one waits. */
  @WrongAnswer("A second close() returned")
  public static class ReturnsFromTheSecondClose extends TinyRuntime {
    private final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public void close() {
      if (!closed.getAndSet(true)) {
        super.close();
      }
    }
  }

  /** Waits three seconds at most for the loop to end. */
  @WrongAnswer("close() waits with a time limit")
  public static class ClosesWithALimit extends TinyRuntime {

    @Override
    public void close() {
      Thread closing = Thread.ofPlatform().start(super::close);
      try {
        closing.join(3_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
