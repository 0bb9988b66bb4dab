package workshop.completable.answers.readaheadpipeline;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link ReadAheadPipeline} that leave something open or running, or use too much.
 */
@Mistakes(AnswerKind.RESOURCE)
public final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Gives each core a copy of its part. */
  @WrongAnswer("Give each core a slice")
  public static class CopiesEveryPart extends ReadAheadPipeline {
    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      List<ByteBuffer> copies =
          parts(chunk, cores).stream()
              .map(part -> ByteBuffer.allocate(part.remaining()).put(part).flip())
              .toList();
      return OwnPipeline.begun(copies, work, compute).stream()
          .reduce((left, right) -> left.thenCombine(right, work::joined))
          .orElseThrow();
    }
  }

  /** Never closes the file. */
  @WrongAnswer("Left open")
  public static class ForgetsToClose extends ReadAheadPipeline {
    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      FileChannel channel = FileChannel.open(file, READ);
      return new OwnPipeline().rounds(channel, chunkSize, work, compute, cores, wanted);
    }
  }

  /** Keeps the chunks that are done. */
  @WrongAnswer("The memory grows with the file")
  public static class KeepsEveryChunk extends ReadAheadPipeline {

    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        List<ByteBuffer> chunks = new ArrayList<>();
        chunks.add(fill(ByteBuffer.allocate(chunkSize), channel));
        R total = work.nothing();
        while (chunks.getLast().hasRemaining() && !wanted.isDone()) {
          CompletableFuture<R> working = onAllCores(chunks.getLast(), work, compute, cores);
          chunks.add(fill(ByteBuffer.allocate(chunkSize), channel));
          total = work.joined(total, working.join());
        }
        return total;
      }
    }
  }

  /** Reads the whole file, then cuts it into chunks. */
  @WrongAnswer("More than two chunks of 1000 bytes are in memory")
  public static class ReadsItAllAtOnce extends ReadAheadPipeline {

    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      byte[] all = Files.readAllBytes(file);
      R total = work.nothing();
      for (int at = 0; at < all.length && !wanted.isDone(); at += chunkSize) {
        ByteBuffer chunk = ByteBuffer.wrap(all, at, Math.min(chunkSize, all.length - at)).slice();
        total = work.joined(total, onAllCores(chunk, work, compute, cores).join());
      }
      return total;
    }
  }

  /** Reads chunk after chunk, however busy the cores are. */
  @WrongAnswer("More than two chunks of 1000 bytes are in memory")
  public static class ReadsWithoutALimit extends ReadAheadPipeline {

    @Override
    protected <R> R throughput(
        Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
        throws IOException {
      CompletableFuture<R> total = CompletableFuture.completedFuture(work.nothing());
      try (FileChannel channel = FileChannel.open(file, READ)) {
        while (!wanted.isDone()) {
          ByteBuffer chunk = fill(ByteBuffer.allocate(chunkSize), channel);
          if (!chunk.hasRemaining()) {
            break;
          }
          total = total.thenCombine(onAllCores(chunk, work, compute, cores), work::joined);
        }
      }
      return total.join();
    }
  }
}
