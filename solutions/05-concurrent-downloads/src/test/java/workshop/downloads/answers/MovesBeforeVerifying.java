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
import workshop.downloads.Checksum;
import workshop.testkit.exercise.WrongAnswer;

/** All three steps, the last two of them in the wrong order. */
@WrongAnswer("It was moved to its name before it was verified")
public class MovesBeforeVerifying extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      void verifyAndMove(HttpResponse<Path> response) throws IOException {
        Files.move(response.body(), to, ATOMIC_MOVE);
        if (response.headers().firstValue("Repr-Digest").isPresent()) {
          Files.copy(to, response.body());
          Checksum.verify(response);
          Files.delete(response.body());
        }
      }

      @Override
      void cleanUp(Throwable why) {
        super.cleanUp(why);
        try {
          Files.deleteIfExists(to);
        } catch (IOException e) {
          why.addSuppressed(e);
        }
      }
    }.start();
  }
}
