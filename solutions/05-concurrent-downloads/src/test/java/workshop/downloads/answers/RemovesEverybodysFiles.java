package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/** Who cleans up thoroughly removes what belongs to the download beside, too. */
@WrongAnswer("removed the temporary file of the other")
public class RemovesEverybodysFiles extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      void cleanUp(Throwable why) {
        try (DirectoryStream<Path> parts =
            Files.newDirectoryStream(
                Objects.requireNonNull(to.getParent()), to.getFileName() + ".*.part")) {
          for (Path each : parts) {
            Files.deleteIfExists(each);
          }
        } catch (IOException e) {
          why.addSuppressed(e);
        }
      }
    }.start();
  }
}
