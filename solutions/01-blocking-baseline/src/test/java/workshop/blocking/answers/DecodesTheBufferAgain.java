package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Decodes the whole array after a short read, with bytes that an earlier read left there. */
@WrongAnswer("were decoded more than once")
public class DecodesTheBufferAgain extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer chunk = ByteBuffer.allocate(16);
    while (source.read(chunk) != -1) {
      all.write(chunk.array());
      chunk.clear();
    }
    return all.toString(UTF_8);
  }
}
