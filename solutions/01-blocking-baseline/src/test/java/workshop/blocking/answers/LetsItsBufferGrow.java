package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.RightAnswer;

/** Keeps all bytes in a buffer that grows, and decodes once. */
@RightAnswer
public class LetsItsBufferGrow extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(1);
    while (source.read(all) != -1) {
      if (!all.hasRemaining()) {
        all = ByteBuffer.allocate(2 * all.capacity()).put(all.flip());
      }
    }
    return UTF_8.decode(all.flip()).toString();
  }
}
