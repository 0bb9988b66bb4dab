package workshop.blocking.answers.lossydecoder;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link LossyDecoder} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** A hand-written decoder that accepts C0 AF as a slash, and surrogates as characters. */
  @WrongAnswer("a longer form")
  public static class AcceptsOverlongForms extends LossyDecoder {
    @Override
    public String decode(ReadableByteChannel source) throws IOException {

      byte[] all = Channels.newInputStream(source).readAllBytes();
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < all.length; ) {
        int first = all[i] & 0xFF;
        int more =
            first < 0x80
                ? 0
                : first < 0xC0 ? -1 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF8 ? 3 : -1;
        int point = more <= 0 ? first : first & (0x3F >> more);
        boolean good = more >= 0 && i + more < all.length;
        for (int j = 1; good && j <= more; j++) {
          good = (all[i + j] & 0xC0) == 0x80;
          point = point << 6 | all[i + j] & 0x3F;
        }
        good &= point <= 0x10FFFF;
        if (good) {
          text.appendCodePoint(point);
          i += 1 + more;
        } else {
          text.append('\uFFFD');
          i++;
        }
      }
      return text.toString();
    }
  }

  /** Decodes as Latin-1, where each byte is a character: é becomes two. */
  @WrongAnswer("turned each byte into a character")
  public static class DecodesLatin1 extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      return new String(Channels.newInputStream(source).readAllBytes(), ISO_8859_1);
    }
  }

  /** Reads until a buffer of 1 MiB is full, and decodes that. */
  @WrongAnswer("Characters were lost")
  public static class DecodesOneMebibyte extends LossyDecoder {
    @Override
    public String decode(ReadableByteChannel source) throws IOException {

      ByteBuffer all = ByteBuffer.allocate(1 << 20);
      while (all.hasRemaining() && source.read(all) != -1) {
        // keep reading
      }
      return new String(all.array(), 0, all.position(), UTF_8);
    }
  }

  /** Ends the text at the first NUL. */
  @WrongAnswer("decode() stopped at the NUL")
  public static class EndsAtANul extends LossyDecoder {
    @Override
    public String decode(ReadableByteChannel source) throws IOException {

      String text = super.decode(source);
      int nul = text.indexOf('\0');
      return nul < 0 ? text : text.substring(0, nul);
    }
  }

  /** Decodes the whole text as Latin-1 if one byte is malformed. */
  @WrongAnswer("The byte FF does not occur in UTF-8")
  public static class FallsBackToLatin1 extends LossyDecoder {

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

  /**
   * Ignores that the decoder stops when its output is full, and loses what is not decoded by then.
   */
  @WrongAnswer("a buffer had no room for them")
  public static class ForgetsTheOverflow extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(REPLACE);
      ByteBuffer bytes = ByteBuffer.allocate(8192);
      CharBuffer chars = CharBuffer.allocate(16);
      StringBuilder text = new StringBuilder();
      boolean end = false;
      while (!end) {
        end = source.read(bytes) == -1;
        decoder.decode(bytes.flip(), chars, end);
        bytes.compact();
        text.append(chars.flip());
        chars.clear();
      }
      return text.toString();
    }
  }

  /** Keeps one byte for the next read: enough for é, too little for €. */
  @WrongAnswer("not just one")
  public static class KeepsOneByteOnly extends LossyDecoder {
    @Override
    public String decode(ReadableByteChannel source) throws IOException {

      StringBuilder text = new StringBuilder();
      ByteBuffer bytes = ByteBuffer.allocate(8192);
      while (source.read(bytes) != -1) {
        bytes.flip();
        int end = bytes.limit();
        boolean half = end > 0 && (bytes.get(end - 1) & 0xC0) == 0xC0;
        byte kept = half ? bytes.get(end - 1) : 0;
        text.append(new String(bytes.array(), 0, half ? end - 1 : end, UTF_8));
        bytes.clear();
        if (half) {
          bytes.put(kept);
        }
      }
      text.append(new String(bytes.array(), 0, bytes.position(), UTF_8));
      return text.toString();
    }
  }

  /** Collects everything in one buffer of a fixed size, and never makes room in it. */
  @WrongAnswer("reads into a buffer without room")
  public static class NeverMakesRoom extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      ByteBuffer all = ByteBuffer.allocate(8192);
      while (source.read(all) != -1) {
        continue;
      }
      return UTF_8.decode(all.flip()).toString();
    }
  }

  /** Makes one char of each character, and cuts those that need two. */
  @WrongAnswer("cut U+1F37D to 16 bits")
  public static class MakesOneCharOfEach extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      StringBuilder text = new StringBuilder();
      super.decode(source).codePoints().forEach(character -> text.append((char) character));
      return text.toString();
    }
  }
}
