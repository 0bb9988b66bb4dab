package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Decodes each read on its own, so a character that two reads share is lost. */
@WrongAnswer("Let one decoder see all reads")
public class DecodesChunkByChunk extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    StringBuilder text = new StringBuilder();
    ByteBuffer chunk = ByteBuffer.allocate(8192);
    while (source.read(chunk) != -1) {
      text.append(UTF_8.decode(chunk.flip()));
      chunk.clear();
    }
    return text.toString();
  }
}
