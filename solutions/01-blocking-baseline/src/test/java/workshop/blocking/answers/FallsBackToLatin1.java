package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Decodes the whole text as Latin-1 if one byte is malformed. */
@WrongAnswer("FF is no UTF-8")
public class FallsBackToLatin1 extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    byte[] all = Channels.newInputStream(source).readAllBytes();
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(all)).toString();
    } catch (CharacterCodingException e) {
      return new String(all, ISO_8859_1);
    }
  }
}
