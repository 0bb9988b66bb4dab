package workshop.offload.answers.writedesk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteDesk} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Waits for every write, and leaves its pool open. */
  @WrongAnswer("still alive after the test")
  public static class LeavesItsThreadsWaiting extends WriteDesk {
    private final OwnDesk own =
        new OwnDesk() {
          @Override
          void refuse() {}

          @Override
          void await(Duration patience) {
            awaitEach(patience);
          }

          @Override
          void stop() {
            accepted.forEach(order -> order.writing().cancel(true));
          }
        };

    @Override
    public void accept(Path file, byte[] content) {
      own.accept(file, content);
    }

    @Override
    public void close(Duration patience) throws IOException {
      own.close(patience);
    }
  }
}
