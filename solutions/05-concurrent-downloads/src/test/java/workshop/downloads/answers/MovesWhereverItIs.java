package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Takes no notice of the worker: verifying and moving happen where the exchange happened to end.
 */
@WrongAnswer("The file was moved by the thread")
public class MovesWhereverItIs extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, Runnable::run).start();
  }
}
