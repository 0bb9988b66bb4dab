package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;

/** An output that holds any thread that prints a certain text, until the output is closed. */
final class HeldOutput extends ByteArrayOutputStream {

  private final String text;
  private final CompletableFuture<?> open = new CompletableFuture<>();
  private volatile boolean held;

  HeldOutput(String text) {
    this.text = text;
  }

  @Override
  public void write(byte[] bytes, int start, int length) {
    if (new String(bytes, start, length, UTF_8).contains(text)) {
      held = true;
      open.join();
    }
    super.write(bytes, start, length);
  }

  /** Returns whether a thread has tried to print the text. */
  boolean isHeld() {
    return held;
  }

  @Override
  public void close() {
    open.complete(null);
  }
}
