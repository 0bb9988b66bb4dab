package workshop.downloads.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/** createTempFile makes the file: the caller stands in the storeroom before anything has begun. */
@WrongAnswer("you blocked the caller")
public class AsksTheDiskForAName extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      Path part() {
        try {
          return Files.createTempFile(
              Objects.requireNonNull(to.getParent()), to.getFileName().toString(), ".part");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }.start();
  }
}
