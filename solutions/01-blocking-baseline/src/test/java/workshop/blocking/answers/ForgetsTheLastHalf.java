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

/** Never tells the decoder that the input has ended, so half a character at the end is lost. */
@WrongAnswer("say that it is the last")
public class ForgetsTheLastHalf extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(REPLACE);
    ByteBuffer bytes = ByteBuffer.allocate(8192);
    CharBuffer chars = CharBuffer.allocate(8192);
    StringBuilder text = new StringBuilder();
    while (source.read(bytes) != -1) {
      decoder.decode(bytes.flip(), chars, false);
      bytes.compact();
      text.append(chars.flip());
      chars.clear();
    }
    return text.toString();
  }
}
