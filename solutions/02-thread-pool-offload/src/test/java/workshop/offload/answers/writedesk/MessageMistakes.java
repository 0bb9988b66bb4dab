package workshop.offload.answers.writedesk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteDesk} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  /** Reports every order as not written when one has failed. */
  @WrongAnswer("although that file was written. It threw")
  public static class ReportsAllOrders extends WriteDesk {
    private final List<Path> accepted = new ArrayList<>();

    @Override
    public void accept(Path file, byte[] content) {
      super.accept(file, content);
      accepted.add(file);
    }

    @Override
    public void close(Duration patience) throws IOException {
      try {
        super.close(patience);
      } catch (IOException e) {
        throw new IOException("not written: " + accepted, e);
      }
    }
  }

  /** Reports why a file was not written, but only in the message. */
  @WrongAnswer("the disk's own error is missing")
  public static class ReportsNoCauses extends WriteDesk {
    @Override
    public void close(Duration patience) throws IOException {
      try {
        super.close(patience);
      } catch (IOException e) {
        throw OwnDesk.reworded(e, each -> new IOException(each.getMessage()));
      }
    }
  }

  /** Throws at the first failure, and never reports the second. */
  @WrongAnswer("did not report order-")
  public static class ReportsOnlyTheFirst extends WriteDesk {

    @Override
    public void close(Duration patience) throws IOException {
      try {
        super.close(patience);
      } catch (IOException first) {
        throw new IOException(first.getMessage(), first.getCause());
      }
    }
  }

  /** Reports the last part of each path. */
  @WrongAnswer("without its directories")
  public static class ReportsOnlyTheName extends WriteDesk {
    @Override
    public void close(Duration patience) throws IOException {
      try {
        super.close(patience);
      } catch (IOException e) {
        throw OwnDesk.reworded(
            e,
            each ->
                new IOException(each.getMessage().replaceAll("\\S*[/\\\\]", ""), each.getCause()));
      }
    }
  }
}
