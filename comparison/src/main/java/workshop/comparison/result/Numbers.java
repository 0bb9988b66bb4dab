package workshop.comparison.result;

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

/**
 * Formats numbers in the same way for every sentence, table and picture, and never in powers of
 * ten.
 */
public final class Numbers {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US).withZone(ZoneOffset.UTC);

  private Numbers() {}

  /** A measured value with three significant digits: {@code 12345.6} as "12,300". */
  public static String value(double value) {
    return significant(value, 3);
  }

  /** A ratio with two significant digits: "2.0", "0.42", "53". */
  public static String ratio(double ratio) {
    return significant(ratio, 2);
  }

  public static String duration(Duration duration) {
    long minutes = duration.toMinutes();
    return minutes == 0
        ? value(duration.toMillis() / 1000.0) + " s"
        : "%d min %d s".formatted(minutes, duration.toSecondsPart());
  }

  public static String date(Instant instant) {
    return DATE.format(instant);
  }

  private static String significant(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return plain(value);
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    int places = digits - (rounded.precision() - rounded.scale());
    return places > 0
        ? rounded.setScale(places, RoundingMode.HALF_UP).toPlainString()
        : plain(rounded.doubleValue());
  }

  private static String plain(double value) {
    return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.US))
        .format(value);
  }
}
