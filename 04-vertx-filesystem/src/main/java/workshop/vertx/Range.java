package workshop.vertx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a request asks for: given, for {@link FileServer}. A player that jumps
 * into the middle of a film and a download that is resumed send such a thing.
 *
 * @param first the position of the first byte
 * @param length how many bytes; 0 if there are none at that place
 */
public record Range(long first, long length) {

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * Reads a {@code Range} header, for a file of {@code size} bytes: {@code bytes=0-99}, {@code
   * bytes=100-}, {@code bytes=-50} (the last fifty).
   *
   * @return empty if it means nothing to us, several ranges at once included; then the whole file
   *     is the answer
   */
  public static Optional<Range> parse(String header, long size) {
    Matcher matcher = ONE.matcher(header.strip());
    if (!matcher.matches() || header.strip().equals("bytes=-")) {
      return Optional.empty();
    }
    if (matcher.group(1).isEmpty()) {
      long length = Math.min(Long.parseLong(matcher.group(2)), size);
      return Optional.of(new Range(size - length, length));
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(matcher.group(2));
    if (last < first) {
      return Optional.empty();
    }
    return Optional.of(new Range(first, Math.max(0, Math.min(last, size - 1) - first + 1)));
  }
}
