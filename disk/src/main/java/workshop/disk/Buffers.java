package workshop.disk;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Limits buffers for one operation, and advances their positions afterwards. */
final class Buffers {

  private Buffers() {}

  /** Runs {@code io} on the first {@code allowed} remaining bytes of {@code buffer}. */
  static long upTo(long allowed, ByteBuffer buffer, OneBuffer io) throws IOException {
    if (buffer.remaining() <= allowed) {
      return io.move(buffer);
    }
    ByteBuffer part = buffer.slice(buffer.position(), Math.toIntExact(allowed));
    long moved = io.move(part);
    buffer.position(buffer.position() + part.position());
    return moved;
  }

  /** Runs {@code io} on the first {@code allowed} remaining bytes of all buffers together. */
  static long upTo(long allowed, ByteBuffer[] buffers, int offset, int length, ManyBuffers io)
      throws IOException {
    if (remaining(buffers, offset, length) <= allowed) {
      return io.move(buffers, offset, length);
    }
    ByteBuffer[] parts = new ByteBuffer[length];
    long left = allowed;
    for (int i = 0; i < length; i++) {
      ByteBuffer buffer = buffers[offset + i];
      int share = Math.toIntExact(Math.min(left, buffer.remaining()));
      parts[i] = buffer.slice(buffer.position(), share);
      left -= share;
    }
    long moved = io.move(parts, 0, length);
    for (int i = 0; i < length; i++) {
      ByteBuffer buffer = buffers[offset + i];
      buffer.position(buffer.position() + parts[i].position());
    }
    return moved;
  }

  /** Returns the remaining bytes of {@code length} buffers from {@code offset} on. */
  static long remaining(ByteBuffer[] buffers, int offset, int length) {
    long remaining = 0;
    for (int i = offset; i < offset + length; i++) {
      remaining += buffers[i].remaining();
    }
    return remaining;
  }

  @FunctionalInterface
  interface OneBuffer {
    long move(ByteBuffer buffer) throws IOException;
  }

  @FunctionalInterface
  interface ManyBuffers {
    long move(ByteBuffer[] buffers, int offset, int length) throws IOException;
  }
}
