package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.RightAnswer;

/** Collects all bytes, and decodes them once. */
@RightAnswer
public class CollectsThenDecodes extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    return new String(Channels.newInputStream(source).readAllBytes(), UTF_8);
  }
}
