package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Decodes as Latin-1, where each byte is a character: é becomes two. */
@WrongAnswer("é is two of them")
public class DecodesLatin1 extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    return new String(Channels.newInputStream(source).readAllBytes(), ISO_8859_1);
  }
}
