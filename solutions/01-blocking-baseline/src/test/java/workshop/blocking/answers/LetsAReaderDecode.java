package workshop.blocking.answers;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.RightAnswer;

/** Uses a Reader, which keeps half a character between two reads. */
@RightAnswer
public class LetsAReaderDecode extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(REPLACE);
    StringWriter text = new StringWriter();
    Channels.newReader(source, decoder, 16).transferTo(text);
    return text.toString();
  }
}
