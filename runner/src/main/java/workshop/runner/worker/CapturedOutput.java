package workshop.runner.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Replaces the JVM's standard streams, and keeps the beginning and the end of the output. Safe for
 * use by several threads.
 */
final class CapturedOutput extends OutputStream {

  /** More output than any exercise needs. */
  static final long MOST = 8L << 20;

  /** What code under test must not do with the standard streams. */
  enum Misuse {
    /** The code printed more than {@link #MOST}. */
    FLOODED,
    /** The code closed the output. */
    CLOSED,
    INPUT_READ
  }

  private final Consumer<Misuse> misused;
  private final int half;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final byte[] ring;
  private long afterHead;
  private long lines;
  private boolean endsInLine;
  private long written;

  /**
   * Keeps {@code limit} bytes: half of them from the beginning, half from the end.
   *
   * @param misused called on the thread of the code
   */
  CapturedOutput(int limit, Consumer<Misuse> misused) {
    this.misused = misused;
    this.half = Math.max(1, limit / 2);
    this.ring = new byte[half];
  }

  /** Replaces {@code System.out}, {@code System.err} and {@code System.in}. */
  static CapturedOutput install(int limit, Consumer<Misuse> misused) {
    CapturedOutput capture = new CapturedOutput(limit, misused);
    PrintStream stream = new PrintStream(capture, true, UTF_8);
    System.setOut(stream);
    System.setErr(stream);
    System.setIn(
        new InputStream() {
          @Override
          public int read() {
            misused.accept(Misuse.INPUT_READ);
            return -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            return read();
          }
        });
    return capture;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    count(bytes, offset, length);
    written += length;
    if (written > MOST) {
      misused.accept(Misuse.FLOODED);
    }
    int toHead = Math.min(length, half - head.size());
    head.write(bytes, offset, toHead);
    for (int i = offset + toHead; i < offset + length; i++) {
      ring[(int) (afterHead++ % half)] = bytes[i];
    }
  }

  @Override
  public void close() {
    misused.accept(Misuse.CLOSED);
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
