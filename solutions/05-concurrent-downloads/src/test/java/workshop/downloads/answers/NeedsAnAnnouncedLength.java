package workshop.downloads.answers;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** Takes every reply without a length for half a reply. */
@WrongAnswer(
    "The body came in chunks, without a Content-Length, and was complete. The download failed")
public class NeedsAnAnnouncedLength extends OneByOne {

  @Override
  public void check(HttpResponse<Path> response) throws IOException {
    super.check(response);
    if (response.headers().firstValue("Content-Length").isEmpty()) {
      throw new IOException(response.uri() + ": how long is it?");
    }
  }
}
