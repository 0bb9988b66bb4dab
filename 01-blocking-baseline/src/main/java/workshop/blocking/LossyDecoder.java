package workshop.blocking;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/**
 * A delivery arrives in boxes, and the packer did not care which parts belong together.
 *
 * <p>Reads return bytes, not characters: the two bytes of an é may arrive in two different reads.
 * Turn the bytes into text as UTF-8. Malformed bytes become the replacement character U+FFFD and
 * never cause an exception, because a program that shows a file to a person shows all of it.
 *
 * <p>Read first: docs/01-blocking-baseline.md
 */
public class LossyDecoder {

  /**
   * Returns the text of all bytes that {@code source} delivers until its end.
   *
   * @param source stays open: the code that opened it closes it
   * @throws IOException if {@code source} fails; malformed bytes are not a failure
   */
  public String decode(ReadableByteChannel source) throws IOException {
    // TODO(01-3): decode characters that span two reads, and replace malformed bytes.
    throw new UnsupportedOperationException("TODO(01-3): decode lossily, across reads");
  }
}
