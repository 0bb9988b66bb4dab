package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Collects everything in one buffer of a fixed size, and never makes room in it. */
@WrongAnswer("reads into a buffer without room")
public class NeverMakesRoom extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(8192);
    while (source.read(all) != -1) {
      continue;
    }
    return UTF_8.decode(all.flip()).toString();
  }
}
