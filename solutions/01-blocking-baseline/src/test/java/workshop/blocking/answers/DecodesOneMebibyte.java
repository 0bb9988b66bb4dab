package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Reads until a buffer of 1 MiB is full, and decodes that. */
@WrongAnswer("Something is lost")
public class DecodesOneMebibyte extends LossyDecoder {
  @Override
  public String decode(ReadableByteChannel source) throws IOException {

    ByteBuffer all = ByteBuffer.allocate(1 << 20);
    while (all.hasRemaining() && source.read(all) != -1) {
      // go on
    }
    return new String(all.array(), 0, all.position(), UTF_8);
  }
}
