package workshop.downloads.answers;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

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

/** Without ATOMIC_MOVE: what is there is removed, and then the new file renamed. */
@WrongAnswer("REPLACE_EXISTING removes what is there and then renames")
public class ReplacesInTwoSteps extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      void move(Path part) throws IOException {
        Fsync.file(part);
        Files.move(part, to, REPLACE_EXISTING);
      }
    }.start();
  }
}
