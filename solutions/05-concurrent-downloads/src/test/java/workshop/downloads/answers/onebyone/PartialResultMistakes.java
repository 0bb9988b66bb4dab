package workshop.downloads.answers.onebyone;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import workshop.downloads.BadStatus;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link OneByOne} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Takes any reply for the file. */
  @WrongAnswer("The server answered with status 404. The download succeeded.")
  public static class AcceptsAnyStatus extends OneByOne {

    @Override
    public BodyHandler<Path> into(Path file) {
      return BodyHandlers.ofFile(file, CREATE, TRUNCATE_EXISTING, WRITE);
    }

    @Override
    public void check(HttpResponse<Path> response) {}
  }

  /** Accepts any 2xx status. A 206 is a part of a file. */
  @WrongAnswer("The server answered with status 206. The download succeeded")
  public static class AcceptsAnySuccessStatus extends OneByOne {

    @Override
    public BodyHandler<Path> into(Path file) {
      return reply ->
          reply.statusCode() / 100 == 2
              ? BodySubscribers.ofFile(file, CREATE, TRUNCATE_EXISTING, WRITE)
              : BodySubscribers.replacing(file);
    }

    @Override
    public void check(HttpResponse<Path> response) throws IOException {
      if (response.statusCode() / 100 != 2) {
        throw BadStatus.of(response);
      }
      OptionalLong announced = response.headers().firstValueAsLong("Content-Length");
      if (announced.isPresent() && announced.getAsLong() != Files.size(response.body())) {
        throw new IOException(response.uri() + ": not whole");
      }
    }
  }

  /** Relies on the client, which notices a short body over HTTP/1.1 only. */
  @WrongAnswer("Over HTTP/2, the body ended after 100000 bytes")
  public static class TrustsTheClientsLengthCheck extends OneByOne {

    @Override
    public void check(HttpResponse<Path> response) throws BadStatus {
      if (response.statusCode() != 200) {
        throw BadStatus.of(response);
      }
    }
  }

  /** Accepts a file that is longer than announced. */
  @WrongAnswer("the header has {Content-Length=[3]}")
  public static class AcceptsALongerFile extends OneByOne {

    @Override
    public void check(HttpResponse<Path> response) throws IOException {
      if (response.statusCode() != 200) {
        throw BadStatus.of(response);
      }
      long arrived = Files.size(response.body());
      for (String announced : response.headers().allValues("Content-Length")) {
        if (arrived < Long.parseLong(announced)) {
          throw new IOException(response.uri() + ": too short");
        }
      }
    }
  }
}
