package workshop.comparison.answer;

import static java.util.Comparator.comparingDouble;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Measure;
import workshop.comparison.result.Results;
import workshop.comparison.result.Sample;

/**
 * A situation that a program is in, and what to use there: the simplest technique that, according
 * to this run's interval, may reach 80% of the best.
 *
 * @param when a few words
 * @param simplestFirst the techniques to choose from, simplest first; the first is what a beginner
 *     writes
 * @param why a few words that are true whatever the results
 */
public record Situation(String when, Setting setting, List<Contender> simplestFirst, String why) {

  /** The share of the best that is close enough. */
  private static final double ENOUGH = 0.8;

  private static final List<Contender> MANY =
      List.of(
          Contender.IN_TURN,
          Contender.FILES_POOL,
          Contender.POOL,
          Contender.VIRTUAL,
          Contender.VIRTUAL_64,
          Contender.FUTURES,
          Contender.VERTX);

  public static final List<Situation> ALL =
      List.of(
          new Situation(
              "A tool with one file",
              Setting.TOOL,
              List.of(
                  Contender.PLAIN,
                  Contender.TOOL_VIRTUAL,
                  Contender.TOOL_FUTURE,
                  Contender.TOOL_VERTX),
              "only one wait"),
          new Situation("Many files in memory", Setting.PAGE_CACHE, MANY, "processor-bound"),
          new Situation("Many files, not in memory", Setting.COLD, MANY, "waits overlap"),
          new Situation(
              "Large files, forced to disk",
              Setting.LARGE_FORCED,
              MANY,
              "Files.write forces every piece"),
          new Situation("Slow or remote disk", Setting.SLOW_DISK, MANY, "waits overlap"),
          new Situation(
              "Responsive event loop",
              Setting.SLOW_HEALTH,
              List.of(
                  Contender.BLOCKED_LOOP,
                  Contender.SERVER_POOL,
                  Contender.SERVER_VIRTUAL,
                  Contender.FILE_SERVER),
              "blocking stops the loop"),
          new Situation(
              "Huge file, computing",
              Setting.HUGE_FILE,
              List.of(
                  Contender.SEQUENTIAL,
                  Contender.PARALLEL,
                  Contender.MAPPED,
                  Contender.READ_AHEAD,
                  Contender.PIPELINE),
              "processor-bound"),
          new Situation(
              "100 downloads",
              Setting.DOWNLOADS_WAITING,
              List.of(
                  Contender.DOWNLOAD_IN_TURN,
                  Contender.DOWNLOAD_VIRTUAL,
                  Contender.DOWNLOAD_POOL_100,
                  Contender.DOWNLOAD_POOL_16,
                  Contender.HTTP_CLIENT,
                  Contender.DOWNLOADER,
                  Contender.DOWNLOAD_VERTX),
              "waits overlap"));

  /**
   * What to use.
   *
   * @param number the comparison with what a beginner writes; if that is the one to use, its
   *     comparison with the most elaborate technique
   */
  public record Advice(Contender use, Finding number) {}

  /** The advice for this situation; empty if it was not measured. */
  public Optional<Advice> advice(Results results) {
    List<Contender> measured =
        simplestFirst.stream()
            .filter(each -> results.at(setting.measure(), each, setting.at()).isPresent())
            .toList();
    if (measured.size() < 2 || measured.getFirst() != simplestFirst.getFirst()) {
      return Optional.empty();
    }
    Contender best = Collections.max(measured, comparingDouble(each -> speed(each, results)));
    Contender use =
        measured.stream()
            .filter(each -> against(best, each, results).mayReach(ENOUGH))
            .findFirst()
            .orElse(best);
    Contender mine = use == measured.getFirst() ? measured.getLast() : use;
    return Optional.of(new Advice(use, against(measured.getFirst(), mine, results)));
  }

  private Finding against(Contender other, Contender mine, Results results) {
    return new Comparison(setting, mine, other).in(results).orElseThrow();
  }

  private double speed(Contender contender, Results results) {
    Measure measure = setting.measure();
    double mean = results.at(measure, contender, setting.at()).map(Sample::mean).orElseThrow();
    return measure.moreIsBetter() ? mean : 1 / mean;
  }
}
