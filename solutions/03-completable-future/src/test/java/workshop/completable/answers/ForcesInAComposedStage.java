package workshop.completable.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** A stage that is composed of a stage on the executor. */
@RightAnswer
public class ForcesInAComposedStage extends WriteThenRead {
  @Override
  protected CompletableFuture<Void> write(Path file, ExecutorService executor) {
    return paths.using(
        file,
        Set.of(CREATE, TRUNCATE_EXISTING, WRITE),
        executor,
        channel ->
            channels
                .writeFully(
                    channel,
                    "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8))
                .thenCompose(done -> CompletableFuture.runAsync(() -> force(channel), executor)));
  }
}
