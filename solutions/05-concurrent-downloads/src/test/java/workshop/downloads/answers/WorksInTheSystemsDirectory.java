package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/** Where temporary files belong; and where that is another disk, no move is one step. */
@WrongAnswer("not in the target's directory")
public class WorksInTheSystemsDirectory extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      Path part() {
        return Path.of(System.getProperty("java.io.tmpdir")).resolve(UUID.randomUUID() + ".part");
      }
    }.start();
  }
}
