package workshop.testkit.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a body that a {@code Range} header asks for.
 *
 * @param first the position of the first byte
 * @param end the position after the last byte; equal to {@code first} if there is no such part
 * @param of the length of the whole body
 */
record ByteRange(int first, int end, int of) {

  /** {@code bytes=5-9}, {@code bytes=5-} or {@code bytes=-5}. */
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

  /** Returns the part, or empty if the header is none that this server understands. */
  static Optional<ByteRange> parse(String header, int length) {
    Matcher range = SINGLE.matcher(header.strip());
    if (!range.matches()) {
      return Optional.empty();
    }
    String from = range.group(1);
    String to = range.group(2);
    if (from.isEmpty()) {
      return to.isEmpty()
          ? Optional.empty()
          : Optional.of(between(Math.max(0, length - Integer.parseInt(to)), length, length));
    }
    int first = Integer.parseInt(from);
    int last = to.isEmpty() ? Integer.MAX_VALUE - 1 : Integer.parseInt(to);
    return last < first ? Optional.empty() : Optional.of(between(first, last + 1, length));
  }

  private static ByteRange between(int first, int end, int length) {
    return first >= length
        ? new ByteRange(0, 0, length)
        : new ByteRange(first, Math.min(end, length), length);
  }

  boolean isSatisfiable() {
    return first < end;
  }

  /** Returns the header that tells the client which part this is. */
  String contentRange() {
    return isSatisfiable() ? "bytes %d-%d/%d".formatted(first, end - 1, of) : "bytes */" + of;
  }
}
