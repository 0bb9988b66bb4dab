package workshop.downloads.answers;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.downloads.BadStatus;
import workshop.downloads.Failure;
import workshop.testkit.exercise.WrongAnswer;

/** The whole body in memory, and then to the file in one go. */
@WrongAnswer("The body is collected in memory")
public class CollectsInMemory extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return client
        .sendAsync(HttpRequest.newBuilder(from).build(), BodyHandlers.ofByteArray())
        .thenApplyAsync(response -> store(response, to), worker)
        .exceptionally(why -> {
          throw new CompletionException(Failure.naming(from, why));
        });
  }

  private static Path store(HttpResponse<byte[]> response, Path to) {
    Path part = to.resolveSibling(to.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      if (response.statusCode() != 200) {
        throw BadStatus.of(response);
      }
      Files.write(part, response.body());
      return Files.move(part, to, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
