package workshop.vertx;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a request asks for. Given, for {@link FileServer}. A player sends a range
 * when it jumps into the middle of a film, and so does a download that is resumed.
 *
 * @param first the position of the first byte
 * @param length how many bytes; 0 if the file ends before that position
 */
public record Range(long first, long length) {

  private static final Pattern ONE =
      Pattern.compile("bytes=[\\s,]*(\\d*)-(\\d*)[\\s,]*", Pattern.CASE_INSENSITIVE);

  /**
   * Parses a {@code Range} header for a file of {@code size} bytes: {@code bytes=0-99}, {@code
   * bytes=100-}, {@code bytes=-50} (the last fifty).
   *
   * @return empty if the answer is the whole file: for several ranges at once, and for a malformed
   *     header
   */
  public static Optional<Range> parse(String header, long size) {
    Matcher matcher = ONE.matcher(header.strip());
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (matcher.group(1).isEmpty()) {
      long length = Math.min(number(matcher.group(2)), size);
      boolean lastOfNothing = size == 0 && number(matcher.group(2)) > 0;
      return lastOfNothing ? Optional.empty() : Optional.of(new Range(size - length, length));
    }
    long first = number(matcher.group(1));
    long last = matcher.group(2).isEmpty() ? Long.MAX_VALUE : number(matcher.group(2));
    if (last < first) {
      return Optional.empty();
    }
    return Optional.of(new Range(first, Math.max(0, Math.min(last, size - 1) - first + 1)));
  }

  /** A number may have any number of digits. No file is as long as the largest {@code long}. */
  private static long number(String digits) {
    return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
  }
}
