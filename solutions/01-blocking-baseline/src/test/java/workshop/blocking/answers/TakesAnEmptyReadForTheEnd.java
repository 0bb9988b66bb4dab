package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Ends when a read brings 0 bytes, which a channel may do at any time. */
@WrongAnswer("Only -1 is the end")
public class TakesAnEmptyReadForTheEnd extends LossyDecoder {
  private static byte[] all(ReadableByteChannel source) throws IOException {
    return Channels.newInputStream(source).readAllBytes();
  }

  @Override
  public String decode(ReadableByteChannel source) throws IOException {

    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer chunk = ByteBuffer.allocate(8192);
    while (source.read(chunk) > 0) {
      all.write(chunk.array(), 0, chunk.position());
      chunk.clear();
    }
    return all.toString(UTF_8);
  }
}
