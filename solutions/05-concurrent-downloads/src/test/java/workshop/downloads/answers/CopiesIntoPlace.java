package workshop.downloads.answers;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.downloads.Checksum;
import workshop.testkit.exercise.WrongAnswer;

/** A copy takes its time, and everybody can watch. */
@WrongAnswer("The name menu.bin was changed by")
public class CopiesIntoPlace extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      void verifyAndMove(HttpResponse<Path> response) throws IOException {
        Checksum.verify(response);
        Files.copy(response.body(), to, REPLACE_EXISTING);
        Files.delete(response.body());
      }
    }.start();
  }
}
