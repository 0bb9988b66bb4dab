package workshop.blocking;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import workshop.testkit.diagnosis.Diagnosis;

/** A channel whose reads return the given chunks: one chunk each, or as much of it as fits. */
final class Chunks implements ReadableByteChannel {

  /** This many reads in a row that return nothing count as an endless loop. */
  private static final int MOST_EMPTY_READS = 10_000;

  private final Queue<ByteBuffer> pending = new ArrayDeque<>();
  private final List<byte[]> returned = new ArrayList<>();
  private IOException fault;
  private boolean failed;
  private boolean readAgain;
  private int emptyReads;
  private Diagnosis endless;

  private Chunks(Iterable<ByteBuffer> chunks) {
    chunks.forEach(pending::add);
  }

  /** Returns a channel that delivers each of {@code chunks} in a separate read. */
  static Chunks of(byte[]... chunks) {
    Queue<ByteBuffer> all = new ArrayDeque<>();
    for (byte[] chunk : chunks) {
      all.add(ByteBuffer.wrap(chunk));
    }
    return new Chunks(all);
  }

  /** Returns a channel that delivers {@code bytes} in reads of {@code size} bytes. */
  static Chunks cut(byte[] bytes, int size) {
    Queue<ByteBuffer> all = new ArrayDeque<>();
    for (int at = 0; at < bytes.length; at += size) {
      all.add(ByteBuffer.wrap(bytes, at, Math.min(size, bytes.length - at)).slice());
    }
    return new Chunks(all);
  }

  /** Makes the channel fail once, after the last chunk. */
  Chunks failing(IOException atTheEnd) {
    fault = atTheEnd;
    return this;
  }

  /** Returns whether there was a read after the failed one. */
  boolean wasReadAgain() {
    return readAgain;
  }

  /** Expects that no endless loop was stopped here; the answer may have caught the error. */
  void assertNotEndless() {
    if (endless != null) {
      throw endless;
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (endless != null) {
      throw endless.because(null);
    }
    ByteBuffer chunk = pending.peek();
    readAgain |= failed;
    if (chunk == null && fault != null && !failed) {
      failed = true;
      throw fault;
    }
    if (chunk == null || !target.hasRemaining()) {
      countEmptyRead(target);
      return chunk == null ? -1 : 0;
    }
    emptyReads = 0;
    int count = Math.min(chunk.remaining(), target.remaining());
    byte[] bytes = new byte[count];
    chunk.get(bytes);
    target.put(bytes);
    returned.add(bytes);
    if (!chunk.hasRemaining()) {
      pending.remove();
    }
    return count;
  }

  private void countEmptyRead(ByteBuffer target) {
    emptyReads++;
    if (emptyReads < MOST_EMPTY_READS) {
      return;
    }
    endless =
        target.hasRemaining()
            ? Diagnosis.observed(
                    "Your loop never ends: 10,000 reads returned -1, the end of the file.")
                .means("After -1, every read returns -1 again.")
                .nextStep(
                    "End the loop when a read returns -1, and then decode the bytes that are left.")
            : Diagnosis.observed(
                    "Your loop never ends: 10,000 reads into a buffer without room"
                        + " returned 0.")
                .means(
                    "The buffer is still full of bytes from earlier reads, so a read can return"
                        + " neither new bytes nor -1.")
                .nextStep(
                    "Make room before the next read: compact() keeps the bytes that are still"
                        + " needed, clear() keeps none. Collect the bytes in an object that can"
                        + " grow.");
    throw endless;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    throw Diagnosis.observed("decode() closed the channel that it was given.")
        .means("The code that opened the channel may still need it.")
        .nextStep(
            "Leave the channel open. Closing a reader or a stream around the channel closes the"
                + " channel as well.");
  }

  /** Returns where the reads ended so far: after each one, how many bytes had been returned. */
  Set<Integer> borders() {
    Set<Integer> borders = new LinkedHashSet<>();
    int at = 0;
    for (byte[] bytes : returned) {
      at += bytes.length;
      borders.add(at);
    }
    return borders;
  }

  /** Returns what each read has returned so far, in hexadecimal. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.ofDelimiter(" ").withUpperCase();
    return returned.stream().map(hex::formatHex).collect(Collectors.joining("] [", "[", "]"));
  }
}
