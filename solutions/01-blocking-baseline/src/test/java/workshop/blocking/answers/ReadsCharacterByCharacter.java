package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.RightAnswer;

/** Reads characters from a Reader that it leaves open, because that would close the channel. */
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
