package workshop.runner.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import workshop.runner.core.Output;

/**
 * Keeps what is printed on the JVM's two streams: the beginning and the end, however much it is.
 * Safe for use by several threads.
 */
final class Capture extends OutputStream {

  private final int half;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final byte[] ring;
  private long afterHead;
  private long lines;
  private boolean endsInLine;

  /** Keeps {@code limit} bytes: half of them of the beginning, half of the end. */
  Capture(int limit) {
    this.half = Math.max(1, limit / 2);
    this.ring = new byte[half];
  }

  /** Puts a capture in the place of {@code System.out} and {@code System.err}. */
  static Capture install(int limit) {
    Capture capture = new Capture(limit);
    PrintStream stream = new PrintStream(capture, true, UTF_8);
    System.setOut(stream);
    System.setErr(stream);
    return capture;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    count(bytes, offset, length);
    int toHead = Math.min(length, half - head.size());
    head.write(bytes, offset, toHead);
    for (int i = offset + toHead; i < offset + length; i++) {
      ring[(int) (afterHead++ % half)] = bytes[i];
    }
  }

  private void count(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        lines++;
      }
    }
    if (length > 0) {
      endsInLine = bytes[offset + length - 1] != '\n';
    }
  }

  /** Returns what was printed so far. */
  synchronized Output output() {
    String start = head.toString(UTF_8);
    long allLines = lines + (endsInLine ? 1 : 0);
    if (afterHead <= half) {
      return new Output(start + new String(ring, 0, (int) afterHead, UTF_8), "", allLines);
    }
    int oldest = (int) (afterHead % half);
    byte[] end = Arrays.copyOf(Arrays.copyOfRange(ring, oldest, half), half);
    System.arraycopy(ring, 0, end, half - oldest, oldest);
    return new Output(start, new String(end, UTF_8), allLines);
  }
}
