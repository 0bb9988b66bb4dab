package workshop.blocking.answers;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** A hand-written decoder that accepts C0 AF as a slash, and surrogates as characters. */
@WrongAnswer("a longer form")
public class AcceptsOverlongForms extends LossyDecoder {
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
