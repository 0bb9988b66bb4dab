package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.RightAnswer;

/** Cuts by hand: the bytes from the start of the last character on wait for the next read. */
@RightAnswer
public class CutsBetweenCharacters extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(32);
    StringBuilder text = new StringBuilder();
    byte[] kept = {};
    while (source.read(chunk) != -1) {
      byte[] bytes = Arrays.copyOf(kept, kept.length + chunk.flip().remaining());
      chunk.get(bytes, kept.length, chunk.remaining()).clear();
      int cut = bytes.length;
      while (cut > 0 && (bytes[cut - 1] & 0xC0) == 0x80) {
        cut--;
      }
      cut -= cut > 0 && bytes[cut - 1] < 0 ? 1 : 0;
      text.append(new String(bytes, 0, cut, UTF_8));
      kept = Arrays.copyOfRange(bytes, cut, bytes.length);
    }
    return text + new String(kept, UTF_8);
  }
}
