package workshop.comparison.hugefile;

import java.nio.ByteBuffer;
import workshop.completable.ReadAheadPipeline;

/**
 * The CPU-heavy work on the huge file: counts its words, and computes a checksum that costs a few
 * multiplications per byte. The file may be split anywhere, even within a word.
 *
 * @param words how many words there are, including those that touch either end
 * @param sum the sum of the values of all bytes, modulo 2 to the power of 64
 * @param startsInWord whether the first byte belongs to a word
 * @param endsInWord whether the last byte does
 * @param empty whether there are no bytes at all
 */
record WordCount(long words, long sum, boolean startsInWord, boolean endsInWord, boolean empty) {

  static final WordCount NONE = new WordCount(0, 0, false, false, true);

  /** The same work in the form that a pipeline takes. */
  static final ReadAheadPipeline.Work<WordCount> WORK =
      new ReadAheadPipeline.Work<>() {
        @Override
        public WordCount of(ByteBuffer part) {
          return WordCount.of(part);
        }

        @Override
        public WordCount joined(WordCount left, WordCount right) {
          return left.then(right);
        }

        @Override
        public WordCount nothing() {
          return NONE;
        }
      };

  static WordCount of(ByteBuffer bytes) {
    if (!bytes.hasRemaining()) {
      return NONE;
    }
    long words = 0;
    long sum = 0;
    boolean inWord = false;
    boolean starts = isLetter(bytes.get(bytes.position()));
    for (int i = bytes.position(); i < bytes.limit(); i++) {
      byte b = bytes.get(i);
      boolean letter = isLetter(b);
      if (letter && !inWord) {
        words++;
      }
      inWord = letter;
      sum += mixed(b);
    }
    return new WordCount(words, sum, starts, inWord, false);
  }

  WordCount then(WordCount next) {
    if (empty) {
      return next;
    }
    if (next.empty) {
      return this;
    }
    int cut = endsInWord && next.startsInWord ? 1 : 0; // one word was counted in both parts
    return new WordCount(
        words + next.words - cut, sum + next.sum, startsInWord, next.endsInWord, false);
  }

  private static boolean isLetter(byte b) {
    return b > ' ';
  }

  /** Spreads the bits of one byte over 64 bits. This is the expensive part. */
  private static long mixed(byte b) {
    long z = b + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z = (z ^ (z >>> 31)) * 0xBF58476D1CE4E5B9L;
    return z ^ (z >>> 29);
  }
}
