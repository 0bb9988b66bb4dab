package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/** Deletes on the worker, without a look at what the client is doing. */
@WrongAnswer("so an empty file stays for good")
public class DeletesBeforeItIsOpened extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      BodyHandler<Path> handler() {
        return single.into(part);
      }

      @Override
      void cleanUp(Throwable why) {
        try {
          Files.deleteIfExists(part);
        } catch (IOException notDeleted) {
          why.addSuppressed(notDeleted);
        }
      }
    }.start();
  }
}
