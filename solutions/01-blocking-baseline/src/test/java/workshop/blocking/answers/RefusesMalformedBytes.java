package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Uses a new decoder as it is, which throws an exception for malformed input. */
@WrongAnswer("MalformedInputException")
public class RefusesMalformedBytes extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    StringWriter text = new StringWriter();
    Channels.newReader(source, UTF_8.newDecoder(), 8192).transferTo(text);
    return text.toString();
  }
}
