package workshop.blocking;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;

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
    CharsetDecoder decoder =
        UTF_8.newDecoder().onMalformedInput(REPLACE).onUnmappableCharacter(REPLACE);
    ByteBuffer bytes = ByteBuffer.allocate(8192);
    CharBuffer chars = CharBuffer.allocate(8192); // UTF-8 never makes more chars than bytes
    StringBuilder text = new StringBuilder();
    boolean end = false;
    while (!end) {
      end = source.read(bytes) == -1;
      bytes.flip();
      decoder.decode(bytes, chars, end); // at the end, half a character is malformed too
      bytes.compact(); // the half character waits here for its other half
      text.append(chars.flip());
      chars.clear();
    }
    return text.toString();
  }
}
