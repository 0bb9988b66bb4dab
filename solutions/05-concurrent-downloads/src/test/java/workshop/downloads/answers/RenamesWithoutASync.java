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

/** The name is there in time, the content when the system likes. */
@WrongAnswer("No force came between the last write and the move")
public class RenamesWithoutASync extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      void move(Path file) throws IOException {
        Files.move(file, to, ATOMIC_MOVE);
        Fsync.directoryOf(to);
      }
    }.start();
  }
}
