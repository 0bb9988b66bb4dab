package workshop.comparison.manyfiles;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Blocking calls on a FileChannel, with reused memory outside the heap: bytes are copied only once,
 * between that memory and the page cache. Safe for use by many threads.
 */
final class BlockingSteps implements Techniques.Steps {

  private static final int FIRST_ROOM = 8192;

  @SuppressWarnings("ArrayRecordComponent") // compared by identity: it is the same array or not
  private record Copy(byte[] of, ByteBuffer bytes) {}

  /** The free buffers. The one that was used last is used next. */
  private final Deque<ByteBuffer> rooms = new ConcurrentLinkedDeque<>();

  private volatile Copy latest = new Copy(new byte[0], ByteBuffer.allocateDirect(0));

  @Override
  public int run(Path file, byte[] content, Case.Mode mode) throws IOException {
    if (mode.writes()) {
      write(file, outsideTheHeap(content), mode == Case.Mode.DURABLE);
    }
    return read(file);
  }

  /** One array holds the content of a whole measurement, so it is copied once, as in the peers. */
  @SuppressWarnings("ReferenceEquality") // the same array, not one that holds the same
  private ByteBuffer outsideTheHeap(byte[] content) {
    Copy known = latest;
    if (known.of() != content) {
      known = new Copy(content, ByteBuffer.allocateDirect(content.length).put(content).flip());
      latest = known;
    }
    return known.bytes().duplicate();
  }

  private static void write(Path file, ByteBuffer rest, boolean durable) throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      if (durable) {
        channel.force(true);
      }
    }
  }

  private int read(Path file) throws IOException {
    ByteBuffer free = rooms.poll();
    ByteBuffer room = free == null ? ByteBuffer.allocateDirect(FIRST_ROOM) : free.clear();
    try (FileChannel channel = FileChannel.open(file, READ)) {
      while (channel.read(room) != -1) {
        if (!room.hasRemaining()) {
          room = ByteBuffer.allocateDirect(2 * room.capacity()).put(room.flip());
        }
      }
      return room.position();
    } finally {
      rooms.push(room);
    }
  }

  /** Returns the sizes of the free buffers, in bytes. */
  int[] free() {
    return rooms.stream().mapToInt(ByteBuffer::capacity).toArray();
  }
}
