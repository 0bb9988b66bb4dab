package workshop.completable.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Takes one write of a channel for all of it. */
@WrongAnswer(value = "write", kind = AnswerKind.PARTIAL_RESULT)
public class WritesWithASingleCall extends ChainedSteps {
  @Override
  public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
              channel.write(ByteBuffer.wrap(content));
            }
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }
}
