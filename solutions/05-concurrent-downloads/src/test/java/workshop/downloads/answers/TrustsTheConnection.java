package workshop.downloads.answers;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import workshop.downloads.BadStatus;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** Over HTTP/1.1 the client notices a body that is too short; who would think of HTTP/2? */
@WrongAnswer("Over HTTP/2 the body ended after 100000 bytes")
public class TrustsTheConnection extends OneByOne {

  @Override
  public void check(HttpResponse<Path> response) throws BadStatus {
    if (response.statusCode() != 200) {
      throw BadStatus.of(response);
    }
  }
}
