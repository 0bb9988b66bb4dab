package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Keeps one byte for the next read: enough for é, too little for €. */
@WrongAnswer("not only one")
public class KeepsOneByteOnly extends LossyDecoder {
  @Override
  public String decode(ReadableByteChannel source) throws IOException {

    StringBuilder text = new StringBuilder();
    ByteBuffer bytes = ByteBuffer.allocate(8192);
    while (source.read(bytes) != -1) {
      bytes.flip();
      int end = bytes.limit();
      boolean half = end > 0 && (bytes.get(end - 1) & 0xC0) == 0xC0;
      byte kept = half ? bytes.get(end - 1) : 0;
      text.append(new String(bytes.array(), 0, half ? end - 1 : end, UTF_8));
      bytes.clear();
      if (half) {
        bytes.put(kept);
      }
    }
    text.append(new String(bytes.array(), 0, bytes.position(), UTF_8));
    return text.toString();
  }
}
