package workshop.downloads.answers.onebyone;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import workshop.downloads.BadStatus;
import workshop.downloads.BodyFile;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link OneByOne} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Uses the milliseconds of the timeout as seconds. */
  @WrongAnswer("The timeout of 50 ms has passed, and the caller is still waiting")
  public static class TakesMillisecondsForSeconds extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      super.download(client, from, to, Duration.ofSeconds(timeout.toMillis()));
    }
  }

  /** Deletes whatever has the name of the file after any failure. */
  @WrongAnswer("deleted something that this download did not create")
  public static class DeletesAnyFileOfThatName extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
      BodyFile body = new BodyFile(to);
      try {
        check(client.send(request, body.guard(into(to))));
      } catch (BadStatus notTheFile) {
        throw notTheFile;
      } catch (IOException failed) {
        Files.deleteIfExists(to);
        throw body.discardAfter(Failure.naming(from, failed));
      } catch (InterruptedException stopped) {
        throw body.discardAfter(stopped);
      }
    }
  }

  /** {@code ofFile(file)} creates and writes, and does not truncate. */
  @WrongAnswer("the old tail is still in the file")
  public static class ForgetsToTruncate extends OneByOne {

    @Override
    public BodyHandler<Path> into(Path file) {
      return reply ->
          reply.statusCode() == 200
              ? BodyHandlers.ofFile(file).apply(reply)
              : BodySubscribers.replacing(file);
    }
  }

  /** Refuses every reply without a length. */
  @WrongAnswer(
      "The whole body arrived, in chunks and without a Content-Length. The download failed")
  public static class RequiresAContentLength extends OneByOne {

    @Override
    public void check(HttpResponse<Path> response) throws IOException {
      super.check(response);
      if (response.headers().firstValue("Content-Length").isEmpty()) {
        throw new IOException(response.uri() + ": how long is it?");
      }
    }
  }

  /** Compares only the first Content-Length. */
  @WrongAnswer("the header has")
  public static class ComparesTheFirstLengthOnly extends OneByOne {

    @Override
    public void check(HttpResponse<Path> response) throws IOException {
      if (response.statusCode() != 200) {
        throw BadStatus.of(response);
      }
      long arrived = Files.size(response.body());
      OptionalLong announced = response.headers().firstValueAsLong("Content-Length");
      if (announced.isPresent() && announced.getAsLong() != arrived) {
        throw new IOException(response.uri() + ": " + arrived + " bytes");
      }
    }
  }

  /** Treats "gzip, chunked" as no encoding at all. */
  @WrongAnswer("Reject a reply with both a length and a Transfer-Encoding")
  public static class KnowsOneEncodingOnly extends OneByOne {

    @Override
    public void check(HttpResponse<Path> response) throws IOException {
      boolean other = !response.headers().allValues("Transfer-Encoding").contains("chunked");
      if (!other || response.headers().firstValue("Transfer-Encoding").isEmpty()) {
        super.check(response);
      }
    }
  }

  /** Refuses to replace a file, so only the first download of a file succeeds. */
  @WrongAnswer("but every later one fails")
  public static class FailsIfTheFileExists extends OneByOne {

    @Override
    public BodyHandler<Path> into(Path file) {
      return reply ->
          reply.statusCode() == 200
              ? BodySubscribers.ofFile(file, CREATE_NEW, WRITE)
              : BodySubscribers.replacing(file);
    }
  }

  /** Rounds a timeout below a second down to zero, which the request rejects. */
  @WrongAnswer("The request got a different timeout")
  public static class RoundsTheTimeoutToSeconds extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      super.download(client, from, to, Duration.ofSeconds(timeout.toSeconds()));
    }
  }

  /** Treats a length of 0 as no length. */
  @WrongAnswer("the header has {Content-Length=[0]}. The download succeeded")
  public static class TakesZeroForNoLength extends OneByOne {

    @Override
    public void check(HttpResponse<Path> response) throws IOException {
      if (!response.headers().allValues("Content-Length").equals(List.of("0"))) {
        super.check(response);
      }
    }
  }
}
