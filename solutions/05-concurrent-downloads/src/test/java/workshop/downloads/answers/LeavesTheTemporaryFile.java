package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/** Nobody takes it for the file; it only fills the disk, one failure after the other. */
@WrongAnswer("its temporary file was still there")
public class LeavesTheTemporaryFile extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      void cleanUp(Throwable why) {}
    }.start();
  }
}
