package workshop.downloads.answers;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/** The length is right, so the file must be. */
@WrongAnswer("One bit of the body was wrong, and Repr-Digest showed it. The download ended as if")
public class IgnoresTheChecksum extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      void verifyAndMove(HttpResponse<Path> response) throws IOException {
        Files.move(response.body(), to, ATOMIC_MOVE);
      }
    }.start();
  }
}
