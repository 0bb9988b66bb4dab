package workshop.comparison.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as text, the same in every sentence and table; never in powers of ten. */
public final class Numbers {

  private static final int DIGITS = 3;
  private static final int DIGITS_OF_RATIO = 2;
  private static final double SMALL = 0.05;

  private Numbers() {}

  /**
   * Returns what was measured, with three significant digits, since the fourth is noise on any
   * machine: {@code 12345.6} as "12,300", {@code 0.012345} as "0.0123".
   */
  public static String value(double value) {
    return significant(value, DIGITS);
  }

  /**
   * Returns a ratio of what was measured, with two significant digits: "2.0", "0.42", "53", and
   * "1/260" where that would be a string of zeros.
   */
  public static String ratio(double ratio) {
    return ratio > 0 && ratio < SMALL
        ? "1/" + significant(1 / ratio, DIGITS_OF_RATIO)
        : significant(ratio, DIGITS_OF_RATIO);
  }

  /** Returns a share in percent, with two significant digits: {@code 0.017} as "1.7 %". */
  public static String share(double share) {
    return significant(100 * share, DIGITS_OF_RATIO) + " %";
  }

  /** Returns how often something was measured, as a remark: "3 runs", "2 runs, unstable". */
  public static String runs(Sample sample) {
    int count = sample.runs().size();
    return count + (count == 1 ? " run" : " runs") + (sample.unstable() ? ", unstable" : "");
  }

  /** Returns a ratio that somebody has chosen: all its digits are meant, and no others. */
  public static String chosen(double ratio) {
    return ratio > 0 && ratio < SMALL ? "1/" + plain(1 / ratio) : plain(ratio);
  }

  private static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "not a number" : value > 0 ? "infinite" : "-infinite";
    }
    if (value == 0) {
      return "0";
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
