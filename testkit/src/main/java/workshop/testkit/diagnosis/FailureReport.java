package workshop.testkit.diagnosis;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A failure as data, from the detector to the screen.
 *
 * @param observed what happened: facts only, with file, position and thread
 * @param meaning what this means for the learner's program
 * @param nextStep what to do next: a hint, not the answer
 * @param readOn a place where the reader finds more
 * @param evidence such as a timeline or a stack, the most important first
 */
public record FailureReport(
    String observed,
    String meaning,
    String nextStep,
    @Nullable String readOn,
    List<Evidence> evidence) {

  /** The most characters of one part; no detector writes as many. */
  private static final int LONGEST = 16 * 1024;

  /** The most characters of one line: the lines after it matter more than its end. */
  private static final int LONGEST_LINE = 2_000;

  /** Evidence with a title. */
  public record Evidence(String title, String facts) {}

  public FailureReport {
    observed = sentence(observed.strip());
    meaning = sentence(meaning.strip());
    nextStep = sentence(nextStep.strip());
    evidence = List.copyOf(evidence);
  }

  /** Returns the same report with a place where the reader finds more. */
  public FailureReport readOn(String place) {
    return new FailureReport(observed, meaning, nextStep, place, evidence);
  }

  /** Returns the same report with one more piece of evidence. */
  public FailureReport with(String title, Object facts) {
    List<Evidence> more = new ArrayList<>(evidence);
    more.add(new Evidence(title, facts.toString()));
    return new FailureReport(observed, meaning, nextStep, readOn, more);
  }

  /** Returns the same report with its long parts, such as a whole file in a message, shortened. */
  public FailureReport shortened() {
    return new FailureReport(
        shortened(observed),
        shortened(meaning),
        shortened(nextStep),
        readOn,
        evidence.stream().map(e -> new Evidence(e.title(), shortened(e.facts()))).toList());
  }

  /** Returns {@code text} with long lines shortened and surplus lines left out. */
  public static String shortened(String text) {
    return text.length() <= LONGEST_LINE
        ? text
        : beginning(
            text.lines().map(line -> beginning(line, LONGEST_LINE)).collect(joining("\n")),
            LONGEST);
  }

  private static String beginning(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + " ... " + (text.length() - end) + " more characters are cut";
  }

  /** Returns the report as text, with its titles in a column. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(paragraph("What happened", observed));
    text.append(paragraph("\nWhat it means", meaning));
    text.append(paragraph("\nWhat to do", nextStep));
    if (readOn != null) {
      text.append(paragraph("\nRead on", readOn));
    }
    evidence.forEach(
        each -> text.append("\n\n").append(each.title()).append('\n').append(each.facts()));
    return text.toString();
  }

  private static String paragraph(String title, String text) {
    int width = title.startsWith("\n") ? 16 : 15;
    return ("%-" + width + "s").formatted(title) + text.replace("\n", "\n" + " ".repeat(15));
  }

  /**
   * Begins with a capital letter, unless that is a name such as {@code read()}; ends with a period.
   */
  private static String sentence(String text) {
    boolean beginsWithWord = text.matches("(?s)[a-z]+[ ,:].*");
    String begun =
        beginsWithWord ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
    return isOpen(begun) ? begun + "." : begun;
  }

  /** A quote at the end of several lines may belong to a comparison in columns. */
  private static boolean isOpen(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    return Character.isLetterOrDigit(last)
        || last == ')'
        || last == ']'
        || (last == '"' && !text.contains("\n"));
  }
}
