package workshop.testkit.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Collects what the program prints. */
final class Printed extends PrintStream {

  private final ByteArrayOutputStream bytes;
  private volatile boolean closed;

  Printed() {
    this(new ByteArrayOutputStream());
  }

  /** Passes the whole text so far to {@code listener} after each write. */
  Printed(Consumer<String> listener) {
    this(
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(int value) {
            super.write(value);
            listener.accept(toString(UTF_8));
          }

          @Override
          public synchronized void write(byte[] some, int offset, int length) {
            super.write(some, offset, length);
            listener.accept(toString(UTF_8));
          }
        });
  }

  private Printed(ByteArrayOutputStream bytes) {
    super(bytes, true, UTF_8);
    this.bytes = bytes;
  }

  /** Returns the text with {@code \n} after each line, including the last one. */
  String text() {
    String text = bytes.toString(UTF_8).replace("\r\n", "\n");
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    super.close();
  }
}
