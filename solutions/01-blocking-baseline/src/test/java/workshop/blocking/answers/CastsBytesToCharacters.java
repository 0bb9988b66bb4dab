package workshop.blocking.answers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Casts each byte to a character, which is right for ASCII only. */
@WrongAnswer("stands for one character")
public class CastsBytesToCharacters extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    StringBuilder text = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (source.read(one) != -1) {
      text.append((char) Byte.toUnsignedInt(one.get(0)));
      one.clear();
    }
    return text.toString();
  }
}
