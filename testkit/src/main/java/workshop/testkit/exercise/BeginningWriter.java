package workshop.testkit.exercise;

import java.io.Writer;

/** Keeps the beginning of what is written: an exception's message can hold a whole file. */
final class BeginningWriter extends Writer {

  private final int limit;
  private final StringBuilder kept = new StringBuilder();
  private long cut;

  BeginningWriter(int limit) {
    this.limit = limit;
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    int some = Math.min(length, limit - kept.length());
    kept.append(characters, offset, some);
    cut += length - some;
  }

  /** Without the copy that the superclass makes. */
  @Override
  public void write(String text, int offset, int length) {
    int some = Math.min(length, limit - kept.length());
    kept.append(text, offset, offset + some);
    cut += length - some;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return cut == 0 ? kept.toString() : kept + "\n... " + cut + " more characters are cut";
  }
}
