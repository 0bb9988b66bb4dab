package workshop.vertx;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The conditions under which a request wants its answer: RFC 9110, section 13. Given, for {@link
 * Reply}.
 *
 * @param headers the request's header fields
 * @param tag the strong entity tag of the content
 * @param modified when the content was last changed
 * @param now when the request is answered
 */
record Preconditions(MultiMap headers, String tag, Instant modified, Instant now) {

  private static final String ONE_TAG = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"";
  private static final Pattern TAG = Pattern.compile(ONE_TAG);
  private static final Pattern TAGS =
      Pattern.compile("[\\s,]*" + ONE_TAG + "(?:\\s*,[\\s,]*" + ONE_TAG + ")*[\\s,]*");

  /**
   * Returns the status of a GET or a HEAD that gets no content, 412 or 304, or empty if the content
   * has to be sent. Section 13.2.2 gives the order.
   */
  Optional<Integer> status() {
    Optional<String> match = field("If-Match");
    boolean fails =
        match.isPresent()
            ? match.filter(list -> isAny(list) || tags(list).contains(tag)).isEmpty()
            : date("If-Unmodified-Since").filter(wholeSeconds()::isAfter).isPresent();
    if (fails) {
      return Optional.of(412);
    }
    Optional<String> noneMatch = field("If-None-Match");
    boolean known =
        noneMatch.isPresent()
            ? noneMatch.filter(list -> isAny(list) || isAmong(tags(list))).isPresent()
            : date("If-Modified-Since").filter(date -> !wholeSeconds().isAfter(date)).isPresent();
    return known ? Optional.of(304) : Optional.empty();
  }

  /**
   * Returns whether a part may be sent: with {@code If-Range}, only if the content is unchanged.
   */
  boolean allowRange() {
    Optional<String> validator = field("If-Range");
    return validator.isEmpty()
        || validator.get().equals(tag)
        || (isStrong() && date("If-Range").filter(wholeSeconds()::equals).isPresent());
  }

  /**
   * Within one second, two changes have the same date. So a date is a strong validator only after
   * its second is over: section 8.8.2.2.
   */
  private boolean isStrong() {
    return !now.isBefore(wholeSeconds().plusSeconds(1));
  }

  private boolean isAmong(List<String> tags) {
    return tags.contains(tag) || tags.contains("W/" + tag);
  }

  private static boolean isAny(String value) {
    return value.equals("*");
  }

  /** Returns the tags of a list; none if it is malformed. */
  private static List<String> tags(String list) {
    return TAGS.matcher(list).matches()
        ? TAG.matcher(list).results().map(MatchResult::group).toList()
        : List.of();
  }

  private Optional<Instant> date(String name) {
    return field(name).flatMap(text -> HttpDate.parse(text, now));
  }

  /** Several lines of the same field are one list: section 5.3. */
  private Optional<String> field(String name) {
    List<String> lines = headers.getAll(name);
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines).strip());
  }

  private Instant wholeSeconds() {
    return modified.truncatedTo(SECONDS);
  }
}
