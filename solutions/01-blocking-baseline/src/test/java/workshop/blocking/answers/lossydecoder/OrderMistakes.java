package workshop.blocking.answers.lossydecoder;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link LossyDecoder} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Decodes the buffer before it flips it, so it decodes the unused part of the buffer. */
  @WrongAnswer("<NUL><NUL>")
  public static class DecodesBeforeItFlips extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(REPLACE);
      ByteBuffer bytes = ByteBuffer.allocate(8192);
      CharBuffer chars = CharBuffer.allocate(8192);
      StringBuilder text = new StringBuilder();
      boolean end = false;
      while (!end) {
        end = source.read(bytes) == -1;
        decoder.decode(bytes, chars, end);
        bytes.flip();
        bytes.compact();
        text.append(chars.flip());
        chars.clear();
      }
      return text.toString();
    }
  }
}
