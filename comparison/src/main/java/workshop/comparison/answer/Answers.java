package workshop.comparison.answer;

import static workshop.comparison.answer.Comparison.Basis.MEASURED;
import static workshop.comparison.answer.Comparison.Basis.MODEL;

import java.util.List;
import java.util.stream.Stream;
import workshop.comparison.answer.Comparison.Basis;
import workshop.comparison.configtool.ConfigTool;
import workshop.comparison.downloads.HundredDownloads;
import workshop.comparison.fileserver.FileServers;
import workshop.comparison.hugefile.HugeFile;
import workshop.comparison.manyfiles.ManyFiles;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Measure;
import workshop.comparison.result.Results;
import workshop.comparison.result.Topic;

/** The two questions that every topic is asked, and the comparisons that answer them. */
public enum Answers {
  IN_FLIGHT("Does having many in flight pay?"),
  ASYNCHRONOUS("Does being asynchronous beat threads that block?");

  private final String question;

  Answers(String question) {
    this.question = question;
  }

  public String question() {
    return question;
  }

  /** All comparisons that were measured, also those that speak against the others. */
  public List<Finding> findings(Topic topic, Results results) {
    return comparisons(topic).stream().flatMap(each -> each.in(results).stream()).toList();
  }

  private List<Comparison> comparisons(Topic topic) {
    return this == IN_FLIGHT ? inFlight(topic) : asynchronous(topic);
  }

  private static List<Comparison> inFlight(Topic topic) {
    return switch (topic) {
      case MANY_FILES -> onEveryDisk(Contender.POOL, Contender.IN_TURN).toList();
      case ONE_FILE, CONFIG_TOOL -> List.of();
      case FILE_SERVER -> atTheServer(Contender.FILE_SERVER, Contender.BLOCKED_LOOP).toList();
      case HUGE_FILE -> List.of(hugeFile(Contender.READ_AHEAD, Contender.SEQUENTIAL));
      case DOWNLOADS ->
          List.of(downloads(MODEL, Contender.HTTP_CLIENT, Contender.DOWNLOAD_IN_TURN));
    };
  }

  private static List<Comparison> asynchronous(Topic topic) {
    return switch (topic) {
      case MANY_FILES ->
          Stream.of(
                  onEveryDisk(Contender.FUTURES, Contender.POOL),
                  onEveryDisk(Contender.FUTURES, Contender.FILES_POOL),
                  onEveryDisk(Contender.FUTURES, Contender.VIRTUAL),
                  onEveryDisk(Contender.FUTURES, Contender.VIRTUAL_64),
                  onEveryDisk(Contender.VERTX, Contender.POOL),
                  onEveryDisk(Contender.IO_URING, Contender.SYSTEM_CALLS))
              .flatMap(each -> each)
              .toList();
      case ONE_FILE ->
          Stream.of(Contender.FUTURES, Contender.VERTX)
              .map(each ->
                  new Comparison(
                      "", MEASURED, Measure.ONE_FILE, ManyFiles.SMALL, each, Contender.IN_TURN))
              .toList();
      case FILE_SERVER ->
          Stream.of(Contender.SERVER_POOL, Contender.SERVER_VIRTUAL)
              .flatMap(each -> atTheServer(Contender.FILE_SERVER, each))
              .toList();
      case CONFIG_TOOL ->
          Stream.of(Contender.TOOL_FUTURE, Contender.TOOL_VERTX)
              .flatMap(each ->
                  Stream.of(ConfigTool.PRINTED, ConfigTool.ENDED)
                      .map(until ->
                          new Comparison(
                              until, MEASURED, Measure.TOOL_TIME, until, each, Contender.PLAIN)))
              .toList();
      case HUGE_FILE -> List.of(hugeFile(Contender.PIPELINE, Contender.PARALLEL));
      case DOWNLOADS ->
          List.of(
              downloads(MEASURED, Contender.HTTP_CLIENT, Contender.DOWNLOAD_VIRTUAL),
              downloads(MEASURED, Contender.HTTP_CLIENT, Contender.DOWNLOAD_POOL_100),
              downloads(MODEL, Contender.HTTP_CLIENT, Contender.DOWNLOAD_POOL_16),
              downloads(MEASURED, Contender.DOWNLOAD_VERTX, Contender.DOWNLOAD_VIRTUAL));
    };
  }

  private static Stream<Comparison> onEveryDisk(Contender mine, Contender other) {
    return Stream.of(
        new Comparison("page cache", MEASURED, Measure.MANY_CACHED, ManyFiles.SMALL, mine, other),
        new Comparison(
            "page cache, 1 MiB", MEASURED, Measure.MANY_CACHED, ManyFiles.LARGE, mine, other),
        new Comparison("forced", MEASURED, Measure.MANY_DURABLE, ManyFiles.SMALL, mine, other),
        new Comparison(
            "forced, 1 MiB", MEASURED, Measure.MANY_DURABLE, ManyFiles.LARGE, mine, other),
        new Comparison("cold files", MEASURED, Measure.MANY_COLD, ManyFiles.SMALL, mine, other),
        new Comparison("slow disk", MODEL, Measure.MANY_SLOWED, ManyFiles.SMALL, mine, other));
  }

  private static Stream<Comparison> atTheServer(Contender mine, Contender other) {
    return Stream.of(
        server("cached files", MEASURED, Measure.SERVER_CACHED, mine, other),
        server("simulated slow disk", MODEL, Measure.SLOW_SERVER, mine, other),
        server("/health, slow disk", MODEL, Measure.SLOW_HEALTH, mine, other));
  }

  private static Comparison server(
      String where, Basis basis, Measure measure, Contender mine, Contender other) {
    return new Comparison(where, basis, measure, FileServers.CONNECTIONS, mine, other);
  }

  private static Comparison hugeFile(Contender mine, Contender other) {
    return new Comparison("", MEASURED, Measure.HUGE_TIME, HugeFile.PLACE, mine, other);
  }

  private static Comparison downloads(Basis basis, Contender mine, Contender other) {
    return new Comparison("", basis, Measure.DOWNLOADS_TIME, HundredDownloads.PLACE, mine, other);
  }
}
