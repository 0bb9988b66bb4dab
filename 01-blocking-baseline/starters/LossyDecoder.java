package workshop.blocking;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/**
 * Bytes arrive in chunks, and chunks know nothing of characters: an é may come half in one read and
 * half in the next.
 *
 * <p>Turn the bytes into text as UTF-8. Bytes that are no UTF-8 become the replacement character
 * U+FFFD, never an exception: a program that shows a file to a person shows all of it. A character
 * that two reads share is one character.
 *
 * <p>Read first: docs/01-blocking-baseline.md
 */
public class LossyDecoder {

  /**
   * Returns the text of all bytes that {@code source} delivers until its end.
   *
   * @param source left open: who opened it closes it
   * @throws IOException if {@code source} fails; malformed bytes are no failure
   */
  public String decode(ReadableByteChannel source) throws IOException {
    // TODO(01-3): decode across the borders of the reads, and replace what is malformed.
    throw new UnsupportedOperationException("TODO(01-3): decode lossily, across reads");
  }
}
