package workshop.comparison.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as text: three significant digits, since the fourth is noise on any machine. */
final class Amounts {

  private static final int DIGITS = 3;
  private static final double SMALL = 0.05;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);

  private Amounts() {}

  /** {@code 12345.6} as "12,300", {@code 0.012345} as "0.0123"; never in powers of ten. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "not a number" : value > 0 ? "infinite" : "-infinite";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = rounded(value);
    if (rounded.abs().compareTo(BigDecimal.valueOf(100)) >= 0) {
      return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.US))
          .format(rounded);
    }
    int places = DIGITS - (rounded.precision() - rounded.scale());
    return rounded.setScale(places, RoundingMode.HALF_UP).toPlainString();
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
  }

  /** Says "2.41 ×", and "1/714" where that would be a string of zeros. */
  static String ratio(double ratio) {
    if (!Double.isFinite(ratio) || ratio <= 0) {
      return number(ratio);
    }
    return ratio < SMALL
        ? "1/" + plain(Math.rint(rounded(1 / ratio).doubleValue()))
        : number(ratio) + " ×";
  }

  /** A ratio that somebody has chosen: all its digits are meant, and no others. */
  static String wanted(double ratio) {
    return ratio < SMALL && ratio > 0 ? "1/" + plain(1 / ratio) : plain(ratio) + " ×";
  }

  private static String plain(double value) {
    return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.US))
        .format(value);
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
    return bytes <= 0 ? "unknown" : number(bytes / (double) (1L << 30)) + " GiB";
  }

  static String date(Instant instant) {
    return DATE.format(instant);
  }

  /** "one run", "3 runs". */
  static String count(int n, String one, String many) {
    return n == 1 ? "one " + one : n + " " + many;
  }
}
