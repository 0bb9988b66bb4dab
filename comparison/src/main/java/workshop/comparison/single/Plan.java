package workshop.comparison.single;

import java.time.Duration;
import workshop.comparison.question.Effort;

/**
 * How long is measured.
 *
 * @param rounds how often each technique has its turn, each time in a new JVM
 * @param ownJvm false to stay in this JVM, which is quicker and measures nothing of worth
 * @param warmUp before anything counts, in each turn
 * @param iterations of a turn that count, each of which is a run
 * @param iteration how long one of them lasts
 */
record Plan(int rounds, boolean ownJvm, Duration warmUp, int iterations, Duration iteration) {

  static Plan of(Effort effort) {
    return switch (effort) {
      case TRY -> new Plan(1, false, millis(10), 1, millis(10));
      case NORMAL -> new Plan(2, true, millis(250), 3, millis(60));
      case FULL -> new Plan(5, true, millis(3000), 5, millis(500));
    };
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
