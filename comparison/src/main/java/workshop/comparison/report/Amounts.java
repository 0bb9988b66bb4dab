package workshop.comparison.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import workshop.comparison.result.Numbers;

/** Amounts as text, beside what {@link Numbers} does for sentences as well. */
final class Amounts {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);

  private Amounts() {}

  /** A ratio as a cell: "2.4 ×", "1/260". */
  static String ratio(double ratio) {
    return times(Numbers.ratio(ratio), ratio);
  }

  /** A ratio that somebody has chosen, as a cell: "1.25 ×", "1/50". */
  static String wanted(double ratio) {
    return times(Numbers.chosen(ratio), ratio);
  }

  private static String times(String text, double ratio) {
    return Double.isFinite(ratio) && ratio > 0 && !text.startsWith("1/") ? text + " ×" : text;
  }

  /** A share, {@code 0.173} as "17%". */
  static String percent(double share) {
    return share < 0.01 ? "less than 1%" : Math.round(share * 100) + "%";
  }

  /** A count that was not counted. */
  static String estimate(double count) {
    return count < 1 ? "less than one" : "about " + Math.round(count);
  }

  static String duration(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.toMillis() + " ms";
    }
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return duration.toSeconds() + " s";
    }
    if (duration.compareTo(Duration.ofHours(1)) < 0) {
      return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
    return "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
  }

  static String memory(long bytes) {
    return bytes <= 0 ? "unknown" : Numbers.value(bytes / (double) (1L << 30)) + " GiB";
  }

  static String date(Instant instant) {
    return DATE.format(instant);
  }

  /** "one run", "3 runs". */
  static String count(int n, String one, String many) {
    return n == 1 ? "one " + one : n + " " + many;
  }
}
