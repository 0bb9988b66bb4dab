package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Replaces a whole read by one U+FFFD if it contains a malformed byte. */
@WrongAnswer("U+FFFD")
public class ReplacesOncePerRead extends LossyDecoder {
  @Override
  public String decode(ReadableByteChannel source) throws IOException {

    StringBuilder text = new StringBuilder();
    byte[] all = Channels.newInputStream(source).readAllBytes();
    for (int from = 0; from < all.length; from += 4096) {
      ByteBuffer part = ByteBuffer.wrap(all, from, Math.min(4096, all.length - from));
      try {
        text.append(UTF_8.newDecoder().decode(part));
      } catch (CharacterCodingException e) {
        text.append('\uFFFD');
      }
    }
    return text.toString();
  }
}
