package workshop.blocking.answers.lossydecoder;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link LossyDecoder}, each built in a different way. */
final class RightAnswers {

  /** Collects all bytes, and decodes them once. */
  @RightAnswer
  public static class CollectsThenDecodes extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      return new String(Channels.newInputStream(source).readAllBytes(), UTF_8);
    }
  }

  /** Cuts by hand: keeps the bytes of an incomplete last character for the next read. */
  @RightAnswer
  public static class CutsBetweenCharacters extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      ByteBuffer chunk = ByteBuffer.allocate(32);
      StringBuilder text = new StringBuilder();
      byte[] kept = {};
      while (source.read(chunk) != -1) {
        byte[] bytes = Arrays.copyOf(kept, kept.length + chunk.flip().remaining());
        chunk.get(bytes, kept.length, chunk.remaining()).clear();
        int cut = bytes.length;
        while (cut > 0 && (bytes[cut - 1] & 0xC0) == 0x80) {
          cut--;
        }
        cut -= cut > 0 && bytes[cut - 1] < 0 ? 1 : 0;
        text.append(new String(bytes, 0, cut, UTF_8));
        kept = Arrays.copyOfRange(bytes, cut, bytes.length);
      }
      return text + new String(kept, UTF_8);
    }
  }

  /** Uses a Reader, which keeps half a character between two reads. */
  @RightAnswer
  public static class LetsAReaderDecode extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(REPLACE);
      StringWriter text = new StringWriter();
      Channels.newReader(source, decoder, 16).transferTo(text);
      return text.toString();
    }
  }

  /** Keeps all bytes in a buffer that grows, and decodes once. */
  @RightAnswer
  public static class LetsItsBufferGrow extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      ByteBuffer all = ByteBuffer.allocate(1);
      while (source.read(all) != -1) {
        if (!all.hasRemaining()) {
          all = ByteBuffer.allocate(2 * all.capacity()).put(all.flip());
        }
      }
      return UTF_8.decode(all.flip()).toString();
    }
  }

  /**
   * Reads characters from a Reader that it leaves open, because closing it would close the channel.
   */
  @RightAnswer
  public static class ReadsCharacterByCharacter extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      StringBuilder text = new StringBuilder();
      Reader reader = new InputStreamReader(Channels.newInputStream(source), UTF_8);
      int character;
      while ((character = reader.read()) != -1) {
        text.append((char) character);
      }
      return text.toString();
    }
  }

  /** A hand-written decoder that shows one U+FFFD for each malformed byte. */
  @RightAnswer
  public static class ReplacesEachBadByte extends LossyDecoder {
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
        good &= point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
        good &= more < 1 || point >= (more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000);
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

  /** Lets a stream reader decode, and copies the characters. */
  @RightAnswer
  public static class ScansAStream extends LossyDecoder {
    @Override
    public String decode(ReadableByteChannel source) throws IOException {

      StringWriter text = new StringWriter();
      new InputStreamReader(Channels.newInputStream(source), UTF_8).transferTo(text);
      return text.toString();
    }
  }
}
