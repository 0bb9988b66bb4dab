package workshop.vertx;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP writes them: RFC 9110, section 5.6.7. Given, for {@link Reply}. */
final class HttpDate {

  private static final DateTimeFormatter FORMAT =
      formatter("EEE, dd MMM uuuu HH:mm:ss 'GMT'").withZone(UTC);
  private static final DateTimeFormatter RFC_1123 = formatter("dd MMM uuuu HH:mm:ss 'GMT'");
  private static final DateTimeFormatter ASCTIME = formatter("MMM ppd HH:mm:ss uuuu");
  private static final String DAY = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? ";

  private HttpDate() {}

  /** Returns the form that servers have to send: {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
  static String format(Instant time) {
    return FORMAT.format(time);
  }

  /**
   * Parses the three forms that servers have to accept: the one of {@link #format}, {@code Sunday,
   * 06-Nov-94 08:49:37 GMT}, and {@code Sun Nov 6 08:49:37 1994}.
   *
   * @param now decides the century of a year with two digits: at most 50 years from now
   * @return empty if the text is not a date
   */
  static Optional<Instant> parse(String text, Instant now) {
    // The day of the week is redundant. With a year of two digits it cannot be checked.
    String date = text.strip().replaceFirst(DAY, "");
    ZonedDateTime today = now.atZone(UTC);
    for (DateTimeFormatter form : List.of(RFC_1123, rfc850(today), ASCTIME)) {
      try {
        LocalDateTime time = LocalDateTime.parse(date, form);
        boolean past = form != RFC_1123 && form != ASCTIME && time.isAfter(inFiftyYears(today));
        return Optional.of((past ? time.minusYears(100) : time).toInstant(UTC));
      } catch (DateTimeException otherForm) {
        // The next form may fit.
      }
    }
    return Optional.empty();
  }

  private static LocalDateTime inFiftyYears(ZonedDateTime today) {
    return today.plusYears(50).toLocalDateTime();
  }

  private static DateTimeFormatter rfc850(ZonedDateTime today) {
    return new DateTimeFormatterBuilder()
        .appendPattern("dd-MMM-")
        .appendValueReduced(YEAR, 2, 2, today.getYear() - 49)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
