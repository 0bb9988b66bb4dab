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

/** Both syncs at the end, when the name is already there. */
@WrongAnswer("No force came between the last write and the move")
public class SyncsAfterTheMove extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      void move(Path file) throws IOException {
        Files.move(file, to, ATOMIC_MOVE);
        Fsync.file(to);
        Fsync.directoryOf(to);
      }
    }.start();
  }
}
