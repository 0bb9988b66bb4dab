package workshop.downloads.answers.onebyone;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.BodyFile;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link OneByOne} that do two steps in the wrong order, or at the same time. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Stores the error page over the old file, and then deletes it. */
  @WrongAnswer("into() stored the error page")
  public static class DeletesTheErrorPage extends OneByOne {

    @Override
    public BodyHandler<Path> into(Path file) {
      return BodyHandlers.ofFile(file, CREATE, TRUNCATE_EXISTING, WRITE);
    }

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      try {
        super.download(client, from, to, timeout);
      } catch (IOException | InterruptedException failed) {
        Files.deleteIfExists(to);
        throw failed;
      }
    }
  }

  /** Deletes the file after an interrupt, and the client opens it afterwards. */
  @WrongAnswer("The client opened the file after the cleanup")
  public static class DeletesInsteadOfDiscarding extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
      BodyFile body = new BodyFile(to);
      try {
        check(client.send(request, body.guard(into(to))));
      } catch (IOException failed) {
        throw body.discardAfter(Failure.naming(from, failed));
      } catch (InterruptedException stopped) {
        Files.deleteIfExists(to);
        throw stopped;
      }
    }
  }

  /** Checks the status when the error page is already in the file. */
  @WrongAnswer("status 404, and the body of that reply is in [menu.bin]")
  public static class StoresTheErrorPage extends OneByOne {

    @Override
    public BodyHandler<Path> into(Path file) {
      return BodyHandlers.ofFile(file, CREATE, TRUNCATE_EXISTING, WRITE);
    }
  }
}
