package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Keeps one decoder and one buffer for all calls, and resets neither. */
@WrongAnswer("had decoded another source before")
public class KeepsItsDecoder extends LossyDecoder {
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 22);

  @Override
  public String decode(ReadableByteChannel source) throws IOException {

    while (source.read(bytes) != -1) {
      // go on
    }
    return new String(bytes.array(), 0, bytes.position(), UTF_8);
  }
}
