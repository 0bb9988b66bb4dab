package workshop.blocking.answers;

import static java.nio.charset.CodingErrorAction.IGNORE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Drops malformed bytes instead of replacing them. */
@WrongAnswer("<U+FFFD>")
public class DropsMalformedBytes extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(IGNORE);
    StringWriter text = new StringWriter();
    Channels.newReader(source, decoder, 8192).transferTo(text);
    return text.toString();
  }
}
