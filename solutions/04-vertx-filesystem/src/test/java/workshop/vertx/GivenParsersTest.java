package workshop.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Feeds random text to the parsers of the given classes. Every round has a seed of its own. */
class GivenParsersTest {

  private static final int ROUNDS = 3_000;
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  /** Pieces of what each parser reads, so that random text comes close to what is valid. */
  private static final String[] PIECES = {
    "bytes=",
    "BYTES=",
    "-",
    "0",
    "9",
    "10",
    "99999999999999999999",
    ",",
    " ",
    "\t",
    "=",
    "*",
    "\"",
    "W/",
    "\"tag\"",
    "Sun, ",
    "Sunday, ",
    "Sun ",
    "Nov ",
    "06 Nov 1994 ",
    "06-Nov-94 ",
    "08:49:37",
    " GMT",
    "24:00:00",
    "31 Feb 2000 ",
    "/",
    "..",
    "%2e",
    "%",
    "%00",
    "%c0%ae",
    "+",
    "\\",
    "C:",
    "\u00e9",
    "\u0000",
    "a"
  };

  private static void rounds(Consumer<Random> round) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      int failing = seed;
      Throwable thrown = catchThrowable(() -> round.accept(new Random(failing)));
      assertThat(thrown).as("with seed %d", seed).isNull();
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(8); left > 0; left--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @Test
  void a_range_lies_within_its_file_whatever_the_request() {
    rounds(random -> {
      long size = random.nextInt(4) == 0 ? random.nextLong(Long.MAX_VALUE) : random.nextInt(20);
      String header = random.nextBoolean() ? text(random) : "bytes=" + text(random);

      Range.parse(header, size)
          .ifPresent(range -> {
            assertThat(range.length()).as(header).isBetween(0L, size);
            if (range.length() > 0) {
              assertThat(range.first()).as(header).isBetween(0L, size - range.length());
            }
          });
    });
  }

  @Test
  void a_valid_range_is_that_part() {
    rounds(random -> {
      int size = 1 + random.nextInt(1000);
      int first = random.nextInt(size);
      int last = first + random.nextInt(2000);

      assertThat(Range.parse("bytes=" + first + "-" + last, size))
          .contains(new Range(first, Math.min(last, size - 1) - first + 1));
      assertThat(Range.parse("bytes=" + first + "-", size))
          .contains(new Range(first, size - first));
    });
  }

  @Test
  void text_that_is_not_a_date_is_ignored_without_an_error() {
    rounds(random -> HttpDate.parse(text(random), NOW));
    assertThat(HttpDate.parse("Sun, 31 Feb 1994 08:49:37 GMT", NOW)).isEmpty();
    assertThat(HttpDate.parse("Sun, 06 Nov 1994 08:49:37 CET", NOW)).isEmpty();
    assertThat(HttpDate.parse("", NOW)).isEmpty();
  }

  @Test
  void a_date_is_parsed_as_it_was_formatted() {
    rounds(random -> {
      Instant time = Instant.ofEpochSecond(random.nextLong(253_402_300_800L));

      assertThat(HttpDate.parse(HttpDate.format(time), NOW)).contains(time);
    });
  }

  @Test
  void a_year_of_two_digits_is_at_most_fifty_years_ahead() {
    assertThat(HttpDate.parse("Monday, 30-Nov-76 11:59:59 GMT", NOW))
        .contains(Instant.parse("2076-11-30T11:59:59Z"));
    assertThat(HttpDate.parse("Tuesday, 30-Nov-76 12:00:01 GMT", NOW))
        .contains(Instant.parse("1976-11-30T12:00:01Z"));
    assertThat(HttpDate.parse("Sunday, 06-Nov-94 08:49:37 GMT", NOW))
        .contains(Instant.parse("1994-11-06T08:49:37Z"));
  }

  @Test
  void any_text_as_a_condition_has_one_of_three_results() {
    Instant modified = NOW.minus(1, ChronoUnit.DAYS);
    String[] fields = {"If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since"};
    rounds(random -> {
      MultiMap headers = MultiMap.caseInsensitiveMultiMap();
      for (String field : fields) {
        for (int lines = random.nextInt(3); lines > 0; lines--) {
          headers.add(field, text(random).replace('\0', ' '));
        }
      }
      Preconditions conditions = new Preconditions(headers, "\"tag\"", modified, NOW);

      assertThat(conditions.status().orElse(200)).isIn(200, 304, 412);
      headers.add("If-Range", text(random).replace('\0', ' '));
      conditions.allowRange();
    });
  }

  @Test
  void a_name_is_decoded_once_or_rejected() {
    rounds(random -> {
      String path = "/" + text(random);
      Throwable thrown = catchThrowable(() -> Resource.name(path));
      if (thrown != null) {
        assertThat(thrown).as(path).isInstanceOf(IllegalArgumentException.class);
      }
    });
    assertThat(Resource.name("/a+b%20c%252e")).isEqualTo("a+b c%2e");
    assertThat(Resource.name("/%c0%ae%c0%ae/x")).doesNotContain("..");
  }
}
