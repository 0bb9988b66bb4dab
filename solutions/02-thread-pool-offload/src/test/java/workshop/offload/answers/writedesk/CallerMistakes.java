package workshop.offload.answers.writedesk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link WriteDesk} in which the wrong thread does the work, waits for it, or gets
 * the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  /** Its threads become daemons if a daemon calls accept(). */
  @WrongAnswer("became daemons as well")
  public static class InheritsDaemonWriters extends WriteDesk {
    private final OwnDesk own = new OwnDesk(2, Thread.ofPlatform());

    @Override
    public void accept(Path file, byte[] content) {
      own.accept(file, content);
    }

    @Override
    public void close(Duration patience) throws IOException {
      own.close(patience);
    }
  }

  /** Writes on the caller's thread in accept(). */
  @WrongAnswer("you blocked the caller")
  public static class WritesOnTheCaller extends WriteDesk {
    @Override
    public void accept(Path file, byte[] content) {
      OwnDesk.write(file, content);
    }
  }
}
