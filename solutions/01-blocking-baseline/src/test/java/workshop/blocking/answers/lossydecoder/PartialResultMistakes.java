package workshop.blocking.answers.lossydecoder;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link LossyDecoder} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Decodes each read on its own, so a character that two reads share is lost. */
  @WrongAnswer("Use one decoder for all reads")
  public static class DecodesChunkByChunk extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      StringBuilder text = new StringBuilder();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (source.read(chunk) != -1) {
        text.append(UTF_8.decode(chunk.flip()));
        chunk.clear();
      }
      return text.toString();
    }
  }

  /** Decodes the whole array after a short read, with bytes that an earlier read left there. */
  @WrongAnswer("were decoded more than once")
  public static class DecodesTheBufferAgain extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(16);
      while (source.read(chunk) != -1) {
        all.write(chunk.array());
        chunk.clear();
      }
      return all.toString(UTF_8);
    }
  }

  /** Never tells the decoder that the input has ended, so half a character at the end is lost. */
  @WrongAnswer("with endOfInput set to true")
  public static class ForgetsTheLastHalf extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(REPLACE);
      ByteBuffer bytes = ByteBuffer.allocate(8192);
      CharBuffer chars = CharBuffer.allocate(8192);
      StringBuilder text = new StringBuilder();
      while (source.read(bytes) != -1) {
        decoder.decode(bytes.flip(), chars, false);
        bytes.compact();
        text.append(chars.flip());
        chars.clear();
      }
      return text.toString();
    }
  }

  /** Flushes the decoder, which was never told that the input has ended. */
  @WrongAnswer("flush() was called on a decoder that does not know the end of its input")
  public static class FlushesWithoutTheEnd extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(REPLACE);
      ByteBuffer bytes = ByteBuffer.allocate(8192);
      CharBuffer chars = CharBuffer.allocate(8192);
      StringBuilder text = new StringBuilder();
      while (source.read(bytes) != -1) {
        decoder.decode(bytes.flip(), chars, false);
        bytes.compact();
        text.append(chars.flip());
        chars.clear();
      }
      decoder.flush(chars);
      return text.append(chars.flip()).toString();
    }
  }

  /** Catches the error of the disk as well, and returns the text so far. */
  @WrongAnswer("but decode() returned normally")
  public static class ReturnsTheTextSoFar extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      try {
        return super.decode(source);
      } catch (IOException e) {
        return "";
      }
    }
  }

  /** Takes a read that returned 0 for the end. */
  @WrongAnswer("not when it returns 0")
  public static class StopsAtAnEmptyRead extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (source.read(chunk) > 0) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      return all.toString(UTF_8);
    }
  }

  /** Reads again after a failed read. */
  @WrongAnswer("Your code read again")
  public static class RetriesAFailedRead extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (readOrRetry(source, chunk) != -1) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      return all.toString(UTF_8);
    }

    private static int readOrRetry(ReadableByteChannel source, ByteBuffer chunk)
        throws IOException {
      try {
        return source.read(chunk);
      } catch (IOException e) {
        return source.read(chunk);
      }
    }
  }
}
