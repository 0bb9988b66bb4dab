package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.RightAnswer;

/**
 * A reader decodes lossily by itself if it makes its decoder by itself. It is not closed: the
 * channel is not ours.
 */
@RightAnswer
public class ReadsCharacterByCharacter extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    StringBuilder text = new StringBuilder();
    Reader reader = new InputStreamReader(Channels.newInputStream(source), UTF_8);
    int character;
    while ((character = reader.read()) != -1) {
      text.append((char) character);
    }
    return text.toString();
  }
}
