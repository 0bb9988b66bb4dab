package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/** Unique for each thread, and a thread may begin two downloads. */
@WrongAnswer("They shared a temporary file")
public class NamesTheFileAfterItsThread extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      Path part() {
        return to.resolveSibling(
            to.getFileName() + "." + Thread.currentThread().threadId() + ".part");
      }
    }.start();
  }
}
