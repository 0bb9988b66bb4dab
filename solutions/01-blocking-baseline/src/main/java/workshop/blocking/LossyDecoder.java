package workshop.blocking;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;

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
    CharsetDecoder decoder =
        UTF_8.newDecoder().onMalformedInput(REPLACE).onUnmappableCharacter(REPLACE);
    ByteBuffer bytes = ByteBuffer.allocate(8192);
    CharBuffer chars = CharBuffer.allocate(8192); // UTF-8 never makes more chars than bytes
    StringBuilder text = new StringBuilder();
    boolean end = false;
    while (!end) {
      end = source.read(bytes) == -1;
      bytes.flip();
      decoder.decode(bytes, chars, end); // at the end, half a character is malformed as well
      bytes.compact(); // keeps an incomplete character until its other bytes arrive
      text.append(chars.flip());
      chars.clear();
    }
    return text.toString();
  }
}
