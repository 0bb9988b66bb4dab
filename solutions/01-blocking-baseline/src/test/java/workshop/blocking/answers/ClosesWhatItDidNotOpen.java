package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** try-with-resources around a reader closes the reader, and with it the channel below. */
@WrongAnswer("decode() closed the channel that it was given")
public class ClosesWhatItDidNotOpen extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    try (Reader reader = Channels.newReader(source, UTF_8)) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    }
  }
}
