package workshop.completable.answers.readaheadpipeline;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import workshop.completable.ReadAheadPipeline;

/** A pipeline whose parts the wrong answers override. Without overrides, it is right. */
class OwnPipeline extends ReadAheadPipeline {

  @Override
  protected <R> R throughput(
      Path file, int chunkSize, Work<R> work, Executor compute, int cores, Future<R> wanted)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      return rounds(channel, chunkSize, work, compute, cores, wanted);
    }
  }

  <R> R rounds(
      FileChannel channel,
      int chunkSize,
      Work<R> work,
      Executor compute,
      int cores,
      Future<R> wanted)
      throws IOException {
    ByteBuffer chunk = fill(ByteBuffer.allocate(chunkSize), channel);
    ByteBuffer other = ByteBuffer.allocate(chunkSize);
    R total = work.nothing();
    while (hasWork(chunk) && !wanted.isDone()) {
      CompletableFuture<R> working = onAllCores(chunk, work, compute, cores);
      fill(other, channel);
      total = joined(total, working.join(), work);
      ByteBuffer done = chunk;
      chunk = other;
      other = done;
    }
    return total;
  }

  boolean hasWork(ByteBuffer chunk) {
    return chunk.hasRemaining();
  }

  <R> R joined(R total, R next, Work<R> work) {
    return work.joined(total, next);
  }

  static ByteBuffer filled(ByteBuffer chunk, FileChannel channel) throws IOException {
    return fill(chunk, channel);
  }

  /** Starts the work on all parts. */
  static <R> List<CompletableFuture<R>> begun(
      List<ByteBuffer> parts, Work<R> work, Executor compute) {
    return parts.stream()
        .map(part -> CompletableFuture.supplyAsync(() -> work.of(part), compute))
        .toList();
  }
}
