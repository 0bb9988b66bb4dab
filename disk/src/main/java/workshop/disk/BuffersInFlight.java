package workshop.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The buffers that operations in flight use: those of all asynchronous operations, and those that a
 * stream or a {@link java.nio.channels.FileChannel} fills in a read. Any thread may call it.
 */
final class BuffersInFlight {

  private final Set<Object> buffers =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
  private volatile boolean shared;

  /** {@code buffer} is a {@link ByteBuffer} or a byte array. */
  void enter(Object buffer) {
    if (!buffers.add(buffer)) {
      shared = true;
    }
  }

  void leave(Object buffer) {
    buffers.remove(buffer);
  }

  /** Runs {@code io}, which fills {@code buffer}, an array or a {@link ByteBuffer}. */
  <T> T during(Object buffer, Watch.IoAction<T> io) throws IOException {
    boolean wraps = buffer instanceof ByteBuffer bytes && bytes.hasArray();
    Object used = wraps ? ((ByteBuffer) buffer).array() : buffer;
    enter(used);
    try {
      return io.perform();
    } finally {
      leave(used);
    }
  }

  /** Returns whether a buffer was ever in two operations at the same time. */
  boolean wasOneShared() {
    return shared;
  }
}
