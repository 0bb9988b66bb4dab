package workshop.completable.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.RightAnswer;

/** Each step a stage of its own, with Async and the executor. */
@RightAnswer
public class ChainsAsyncStages extends ChainedSteps {

  @Override
  public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
    return write(file, content, executor).thenApplyAsync(written -> bytesOf(file), executor);
  }

  @Override
  public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
    return read(from, executor)
        .thenAcceptAsync(
            bytes -> {
              try (OutputStream out = Files.newOutputStream(to)) {
                out.write(bytes);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            executor);
  }

  private static byte[] bytesOf(Path file) {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(16);
      while (channel.read(chunk) != -1) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      return all.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
