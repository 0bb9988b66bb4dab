package workshop.blocking.answers;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Replaces malformed bytes by a question mark. */
@WrongAnswer("U+FFFD")
public class ShowsAQuestionMark extends LossyDecoder {
  @Override
  public String decode(ReadableByteChannel source) throws IOException {

    CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(REPLACE).replaceWith("?");
    return decoder
        .decode(ByteBuffer.wrap(Channels.newInputStream(source).readAllBytes()))
        .toString();
  }
}
