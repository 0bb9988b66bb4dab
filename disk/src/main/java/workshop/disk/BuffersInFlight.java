package workshop.disk;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** The buffers that asynchronous operations in flight read or write. Any thread may call it. */
final class BuffersInFlight {

  private final Set<ByteBuffer> buffers =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
  private volatile boolean shared;

  void enter(ByteBuffer buffer) {
    if (!buffers.add(buffer)) {
      shared = true;
    }
  }

  void leave(ByteBuffer buffer) {
    buffers.remove(buffer);
  }

  /** Returns whether a buffer was ever in two operations at the same time. */
  boolean wasOneShared() {
    return shared;
  }
}
