package workshop.runner.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Replaces the JVM's standard streams, and shows the beginning and the end of the output. Safe for
 * use by several threads.
 */
final class CapturedOutput extends ByteArrayOutputStream {

  /** More output than any exercise needs. */
  static final long MOST = 8L << 20;

  /** The forbidden uses of the standard streams. */
  enum Misuse {
    /** The code printed more than {@link #MOST}. */
    FLOODED,
    /** The code closed the output. */
    CLOSED,
    INPUT_READ
  }

  private final Consumer<Misuse> misused;
  private final int half;

  /**
   * Returns {@code limit} bytes: half of them from the beginning, half from the end.
   *
   * @param misused called on the thread of the code
   */
  CapturedOutput(int limit, Consumer<Misuse> misused) {
    this.misused = misused;
    this.half = Math.max(1, limit / 2);
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
  public synchronized void write(int b) {
    super.write(b);
    reportFlood();
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    super.write(bytes, offset, length);
    reportFlood();
  }

  private void reportFlood() {
    if (count > MOST) {
      misused.accept(Misuse.FLOODED);
    }
  }

  @Override
  public void close() {
    misused.accept(Misuse.CLOSED);
  }

  /** Returns what was printed so far. */
  synchronized Output output() {
    long lines = IntStream.range(0, count).filter(this::endsLine).count();
    int head = count <= 2 * half ? count : half;
    int tail = Math.min(half, count - head);
    return new Output(
        new String(buf, 0, head, UTF_8), new String(buf, count - tail, tail, UTF_8), lines);
  }

  private boolean endsLine(int index) {
    return buf[index] == '\n' || index == count - 1;
  }
}
