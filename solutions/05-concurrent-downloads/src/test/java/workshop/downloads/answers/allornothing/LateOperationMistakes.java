package workshop.downloads.answers.allornothing;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.downloads.Fsync;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllOrNothing} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Moves the file even if the disk could not make its content durable. */
  @WrongAnswer("Forcing the temporary file failed, but the file was moved anyway")
  public static class IgnoresAFailedForce extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void move(Path part) throws IOException {
          try {
            Fsync.file(part);
          } catch (IOException notDurable) {
            // goes on without it
          }
          Files.move(part, to, ATOMIC_MOVE);
          Fsync.directoryOf(to);
        }
      }.start();
    }
  }
}
