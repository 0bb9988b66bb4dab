package workshop.comparison.files;

import java.time.Duration;
import java.util.List;
import workshop.comparison.question.Effort;

/**
 * How long what is measured.
 *
 * @param atOnce how many operations are in flight where that number is not what is measured
 * @param warmUpWindow of each contender, again and again before anything counts
 * @param warmUp how long that goes on at most
 * @param window of one measurement of throughput
 * @param least how many operations each of those is to see
 * @param longest how long it may last for that
 * @param rounds how often each measurement is repeated, all contenders taking turns
 * @param roundsOfSmall how often that of small files in the page cache is: those differ the most
 * @param scalingWindow of one measurement of scaling
 * @param inFlight the numbers in flight of the scaling figures
 * @param scalingRounds how often each of those is repeated
 * @param latencyWindow of one measurement of latency
 * @param latencyRounds how often that is repeated
 */
record Plan(
    int atOnce,
    Duration warmUpWindow,
    Duration warmUp,
    Duration window,
    long least,
    Duration longest,
    int rounds,
    int roundsOfSmall,
    Duration scalingWindow,
    List<Integer> inFlight,
    int scalingRounds,
    Duration latencyWindow,
    int latencyRounds) {

  static Plan of(Effort effort) {
    return switch (effort) {
      case TRY ->
          new Plan(
              4,
              millis(10),
              millis(20),
              millis(10),
              16,
              millis(50),
              1,
              1,
              millis(10),
              List.of(1, 8),
              1,
              millis(20),
              1);
      case NORMAL ->
          new Plan(
              64,
              millis(150),
              millis(1000),
              millis(100),
              256,
              millis(300),
              3,
              5,
              millis(60),
              List.of(1, 8, 64, 1024),
              1,
              millis(100),
              3);
      case FULL ->
          new Plan(
              64,
              millis(700),
              millis(10_000),
              millis(700),
              1024,
              millis(4000),
              9,
              9,
              millis(500),
              List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024),
              5,
              millis(2000),
              5);
    };
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
