package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Puts a reader around the channel into try-with-resources, which closes the channel as well. */
@WrongAnswer("decode() closed the channel that it was given")
public class ClosesTheChannel extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    try (Reader reader = Channels.newReader(source, UTF_8)) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    }
  }
}
