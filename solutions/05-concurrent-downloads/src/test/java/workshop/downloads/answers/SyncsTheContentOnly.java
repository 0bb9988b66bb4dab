package workshop.downloads.answers;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.downloads.Fsync;
import workshop.testkit.exercise.WrongAnswer;

/** The content is durable, and its name is not. */
@WrongAnswer("its directory was not forced")
public class SyncsTheContentOnly extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      void move(Path file) throws IOException {
        Fsync.file(file);
        Files.move(file, to, ATOMIC_MOVE);
      }
    }.start();
  }
}
