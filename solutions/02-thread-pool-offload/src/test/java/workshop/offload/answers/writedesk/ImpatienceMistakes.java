package workshop.offload.answers.writedesk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteDesk} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  /** Calls shutdown(), which does not wait, and returns. */
  @WrongAnswer("5 of 5 accepted orders were not written")
  public static class ClosesWithoutWaiting extends WriteDesk {
    private final OwnDesk own = new OwnDesk();

    @Override
    public void accept(Path file, byte[] content) {
      own.accept(file, content);
    }

    @Override
    public void close(Duration patience) {
      own.refuse();
    }
  }

  /** Sleeps for the whole patience. */
  @WrongAnswer("close() still waits, although the disk no longer holds the writers")
  public static class SleepsForItsPatience extends WriteDesk {

    @Override
    public void close(Duration patience) throws IOException {
      try {
        Thread.sleep(patience);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      super.close(Duration.ZERO);
    }
  }
}
