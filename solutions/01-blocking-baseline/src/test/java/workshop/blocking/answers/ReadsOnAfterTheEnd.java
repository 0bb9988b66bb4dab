package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** The buffer will never be full, for the source has ended. */
@WrongAnswer("10,000 reads returned -1")
public class ReadsOnAfterTheEnd extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(100_000);
    while (all.hasRemaining()) {
      source.read(all);
    }
    return UTF_8.decode(all.flip()).toString();
  }
}
