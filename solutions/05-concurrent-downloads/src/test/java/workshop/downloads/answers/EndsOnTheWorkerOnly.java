package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/** The last stage needs the worker, too. */
@WrongAnswer("The worker was shut down in mid-download. The result never came")
public class EndsOnTheWorkerOnly extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      void refused(Throwable why, CompletableFuture<Path> result) {}
    }.start();
  }
}
