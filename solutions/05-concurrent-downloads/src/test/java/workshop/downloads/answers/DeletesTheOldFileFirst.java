package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/** Makes room before the move: for an instant, or after a crash, there is no file. */
@WrongAnswer("The name menu.bin was changed by DELETE")
public class DeletesTheOldFileFirst extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      void verifyAndMove(HttpResponse<Path> response) throws IOException {
        Files.deleteIfExists(to);
        super.verifyAndMove(response);
      }
    }.start();
  }
}
