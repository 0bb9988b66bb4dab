package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/** Fails at once, and deletes a moment later. */
@WrongAnswer("The download had failed, and its temporary file was still there")
public class TellsBeforeItHasCleanedUp extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      void cleanUp(Throwable why) {
        worker.execute(() -> super.cleanUp(why));
      }
    }.start();
  }
}
