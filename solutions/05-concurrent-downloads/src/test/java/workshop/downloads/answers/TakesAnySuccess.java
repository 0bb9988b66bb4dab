package workshop.downloads.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import workshop.downloads.BadStatus;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** Two hundred and something is a success: of what, it does not ask. 206 is a part of a file. */
@WrongAnswer("The server answered with status 206. The download ended as if all was well")
public class TakesAnySuccess extends OneByOne {

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
