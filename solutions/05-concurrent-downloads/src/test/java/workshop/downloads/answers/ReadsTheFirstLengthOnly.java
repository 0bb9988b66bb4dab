package workshop.downloads.answers;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import workshop.downloads.BadStatus;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** One number, and the first one that comes. */
@WrongAnswer("the header said")
public class ReadsTheFirstLengthOnly extends OneByOne {

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
