package workshop.completable.answers.stoppablecopy;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Copies in steps that the wrong answers override. Without overrides, they are right. */
class OwnCopy {

  final Path from;
  final Path to;
  final Future<?> wanted;

  OwnCopy(Path from, Path to, Future<?> wanted) {
    this.from = from;
    this.to = to;
    this.wanted = wanted;
  }

  void complete(CompletableFuture<Long> copied) {
    try {
      if (!copied.isDone()) {
        copied.complete(copy());
      }
    } catch (Throwable e) {
      copied.completeExceptionally(e);
    }
  }

  long copy() throws IOException {
    try (FileChannel in = FileChannel.open(from, READ);
        FileChannel out = openTarget()) {
      return copy(in, out);
    }
  }

  FileChannel openTarget() throws IOException {
    return FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE);
  }

  long copy(FileChannel in, FileChannel out) throws IOException {
    ByteBuffer chunk = chunk(in);
    long count = 0;
    while (mayRead() && in.read(chunk) != -1) {
      flip(chunk);
      count += write(out, chunk);
      chunk.clear();
    }
    return count;
  }

  ByteBuffer chunk(FileChannel in) throws IOException {
    return ByteBuffer.allocate(8192);
  }

  boolean mayRead() {
    return !wanted.isDone();
  }

  void flip(ByteBuffer chunk) {
    chunk.flip();
  }

  long write(FileChannel out, ByteBuffer chunk) throws IOException {
    long count = 0;
    while (mayWrite() && chunk.hasRemaining()) {
      count += out.write(chunk);
    }
    return count;
  }

  boolean mayWrite() {
    return !wanted.isDone();
  }

  /** Returns a future that is done when {@code condition} holds. */
  static Future<?> doneWhen(BooleanSupplier condition) {
    return new CompletableFuture<Void>() {
      @Override
      public boolean isDone() {
        return condition.getAsBoolean();
      }
    };
  }
}
