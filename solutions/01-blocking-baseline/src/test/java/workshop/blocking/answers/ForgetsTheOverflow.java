package workshop.blocking.answers;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Ignores that the decoder stops when its output is full, and loses what is not decoded by then.
 */
@WrongAnswer("had no room in a buffer")
public class ForgetsTheOverflow extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(REPLACE);
    ByteBuffer bytes = ByteBuffer.allocate(8192);
    CharBuffer chars = CharBuffer.allocate(16);
    StringBuilder text = new StringBuilder();
    boolean end = false;
    while (!end) {
      end = source.read(bytes) == -1;
      decoder.decode(bytes.flip(), chars, end);
      bytes.compact();
      text.append(chars.flip());
      chars.clear();
    }
    return text.toString();
  }
}
