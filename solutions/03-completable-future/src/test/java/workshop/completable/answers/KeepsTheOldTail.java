package workshop.completable.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Does not truncate the file. */
@WrongAnswer(value = "tail", kind = AnswerKind.INPUT)
public class KeepsTheOldTail extends WriteThenRead {
  @Override
  protected CompletableFuture<Void> write(Path file, ExecutorService executor) {
    return paths.using(
        file,
        Set.of(CREATE, WRITE),
        executor,
        channel ->
            channels
                .writeFully(
                    channel,
                    "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8))
                .thenRunAsync(() -> force(channel), executor));
  }
}
