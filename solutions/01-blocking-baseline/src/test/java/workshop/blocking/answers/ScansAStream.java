package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.RightAnswer;

/** Has a stream reader decode, and copies the characters. */
@RightAnswer
public class ScansAStream extends LossyDecoder {
  @Override
  public String decode(ReadableByteChannel source) throws IOException {

    StringWriter text = new StringWriter();
    new InputStreamReader(Channels.newInputStream(source), UTF_8).transferTo(text);
    return text.toString();
  }
}
