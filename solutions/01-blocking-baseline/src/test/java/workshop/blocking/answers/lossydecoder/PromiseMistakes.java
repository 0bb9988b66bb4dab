package workshop.blocking.answers.lossydecoder;

import static java.nio.charset.CodingErrorAction.IGNORE;
import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link LossyDecoder} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Puts a reader around the channel into try-with-resources, which closes the channel as well. */
  @WrongAnswer("decode() closed the channel that it was given")
  public static class ClosesTheChannel extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      try (Reader reader = Channels.newReader(source, UTF_8)) {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return text.toString();
      }
    }
  }

  /** Turns Windows line endings into Unix ones. */
  @WrongAnswer("decode() changed a line ending")
  public static class ConvertsLineEndsOfText extends LossyDecoder {
    @Override
    public String decode(ReadableByteChannel source) throws IOException {

      return super.decode(source).replace("\r\n", "\n");
    }
  }

  /** Drops malformed bytes instead of replacing them. */
  @WrongAnswer("<U+FFFD>")
  public static class DropsMalformedBytes extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(IGNORE);
      StringWriter text = new StringWriter();
      Channels.newReader(source, decoder, 8192).transferTo(text);
      return text.toString();
    }
  }

  /** Removes U+FEFF from the beginning of the text. */
  @WrongAnswer("decode() removed the byte order mark")
  public static class DropsTheByteOrderMark extends LossyDecoder {
    @Override
    public String decode(ReadableByteChannel source) throws IOException {

      String text = super.decode(source);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
  }

  /** Keeps one decoder and one buffer for all calls, and resets neither. */
  @WrongAnswer("had decoded two sources before")
  public static class KeepsItsDecoder extends LossyDecoder {
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 22);

    @Override
    public String decode(ReadableByteChannel source) throws IOException {

      while (source.read(bytes) != -1) {
        // keep reading
      }
      return new String(bytes.array(), 0, bytes.position(), UTF_8);
    }
  }

  /** Uses a new decoder as it is, which throws an exception for malformed input. */
  @WrongAnswer("MalformedInputException")
  public static class RefusesMalformedBytes extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      StringWriter text = new StringWriter();
      Channels.newReader(source, UTF_8.newDecoder(), 8192).transferTo(text);
      return text.toString();
    }
  }

  /** Replaces malformed bytes with a question mark. */
  @WrongAnswer("U+FFFD")
  public static class ShowsAQuestionMark extends LossyDecoder {
    @Override
    public String decode(ReadableByteChannel source) throws IOException {

      CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(REPLACE).replaceWith("?");
      return decoder
          .decode(ByteBuffer.wrap(Channels.newInputStream(source).readAllBytes()))
          .toString();
    }
  }

  /** Strips white space from both ends of the text. */
  @WrongAnswer("decode() removed white space at the end")
  public static class StripsTheText extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      return super.decode(source).strip();
    }
  }

  /** Resets its decoder in each call, and keeps a buffer that a failed call has not emptied. */
  @WrongAnswer("stopped in the middle of a character")
  public static class KeepsWhatAFailedCallHasLeft extends LossyDecoder {

    private final ByteBuffer bytes = ByteBuffer.allocate(8192);

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(REPLACE);
      CharBuffer chars = CharBuffer.allocate(8192);
      StringBuilder text = new StringBuilder();
      boolean end = false;
      while (!end) {
        end = source.read(bytes) == -1;
        bytes.flip();
        decoder.decode(bytes, chars, end);
        bytes.compact();
        text.append(chars.flip());
        chars.clear();
      }
      return text.toString();
    }
  }
}
