package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** A fresh decoder reports malformed input unless it is told otherwise. */
@WrongAnswer("MalformedInputException")
public class RefusesMalformedBytes extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    StringWriter text = new StringWriter();
    Channels.newReader(source, UTF_8.newDecoder(), 8192).transferTo(text);
    return text.toString();
  }
}
