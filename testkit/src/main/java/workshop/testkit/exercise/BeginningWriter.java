package workshop.testkit.exercise;

import java.io.Writer;

/**
 * Keeps the beginning of a text, and only the beginning of each long piece, because the message of
 * an exception can contain a whole file.
 */
final class BeginningWriter extends Writer {

  private static final int LONGEST_PIECE = 4_000;

  private final int limit;
  private final StringBuilder kept = new StringBuilder();
  private long cut;

  BeginningWriter(int limit) {
    this.limit = limit;
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    int some = Math.min(Math.min(length, LONGEST_PIECE), limit - kept.length());
    kept.append(characters, offset, some);
    cut += length - some;
  }

  /** Avoids the copy of the superclass. */
  @Override
  public void write(String text, int offset, int length) {
    int some = Math.min(Math.min(length, LONGEST_PIECE), limit - kept.length());
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
