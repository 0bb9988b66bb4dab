package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.downloads.Checksum;
import workshop.testkit.exercise.WrongAnswer;

/** No other name, no move: whoever looks sees the file grow. */
@WrongAnswer("Some of the body had arrived")
public class WritesUnderTheFinalName extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      Path part() {
        return to;
      }

      @Override
      void verifyAndMove(HttpResponse<Path> response) throws IOException {
        Checksum.verify(response);
      }
    }.start();
  }
}
