package workshop.runner.course;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stable name of an exercise, such as {@code 02-3}: the number of its module and its own.
 *
 * <p>The order is the one in which learners solve the exercises.
 */
public record ExerciseId(int module, int number) implements Comparable<ExerciseId> {

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
  private static final Comparator<ExerciseId> ORDER =
      Comparator.comparingInt(ExerciseId::module).thenComparingInt(ExerciseId::number);

  /** Returns the id in {@code text}, even without the leading zero ({@code 2-3}). */
  public static Optional<ExerciseId> parse(String text) {
    Matcher matcher = SHAPE.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new ExerciseId(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(ExerciseId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return (module < 10 ? "0" : "") + module + "-" + number;
  }
}
