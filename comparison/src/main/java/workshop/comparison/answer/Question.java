package workshop.comparison.answer;

import java.util.List;
import java.util.stream.Stream;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Results;
import workshop.comparison.result.Topic;

/** A question about every topic, and the comparisons that answer it. */
public enum Question {
  IN_FLIGHT("Does it pay to have many operations in flight?"),
  ASYNCHRONOUS("Does being asynchronous beat threads that block?");

  private static final List<Setting> DISKS =
      List.of(
          Setting.PAGE_CACHE,
          Setting.LARGE_CACHED,
          Setting.FORCED,
          Setting.LARGE_FORCED,
          Setting.COLD,
          Setting.SLOW_DISK);
  private static final List<Setting> ONE_FILE = List.of(Setting.ONE_FILE);
  private static final List<Setting> SERVERS =
      List.of(Setting.SERVER, Setting.SLOW_SERVER, Setting.SLOW_HEALTH);
  private static final List<Setting> TOOL = List.of(Setting.TOOL, Setting.TOOL_ENDED);
  private static final List<Setting> HUGE_FILE = List.of(Setting.HUGE_FILE);
  private static final List<Setting> DOWNLOADS = List.of(Setting.DOWNLOADS);
  private static final List<Setting> WAITING = List.of(Setting.DOWNLOADS_WAITING);

  private final String text;

  Question(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** All comparisons that were measured, including those that contradict the others. */
  public List<Finding> findings(Topic topic, Results results) {
    return comparisons(topic).flatMap(each -> each.in(results).stream()).toList();
  }

  private Stream<Comparison> comparisons(Topic topic) {
    return this == IN_FLIGHT ? inFlight(topic) : asynchronous(topic);
  }

  private static Stream<Comparison> inFlight(Topic topic) {
    return switch (topic) {
      case MANY_FILES -> on(DISKS, Contender.POOL, Contender.IN_TURN);
      case ONE_FILE, CONFIG_TOOL -> Stream.of();
      case FILE_SERVER -> on(SERVERS, Contender.FILE_SERVER, Contender.BLOCKED_LOOP);
      case HUGE_FILE -> on(HUGE_FILE, Contender.READ_AHEAD, Contender.SEQUENTIAL);
      case DOWNLOADS -> on(WAITING, Contender.HTTP_CLIENT, Contender.DOWNLOAD_IN_TURN);
    };
  }

  private static Stream<Comparison> asynchronous(Topic topic) {
    return switch (topic) {
      case MANY_FILES ->
          Stream.of(
                  on(DISKS, Contender.FUTURES, Contender.POOL),
                  on(DISKS, Contender.FUTURES, Contender.FILES_POOL),
                  on(DISKS, Contender.FUTURES, Contender.VIRTUAL),
                  on(DISKS, Contender.FUTURES, Contender.VIRTUAL_64),
                  on(DISKS, Contender.VERTX, Contender.POOL),
                  on(DISKS, Contender.IO_URING, Contender.SYSTEM_CALLS))
              .flatMap(each -> each);
      case ONE_FILE ->
          Stream.of(Contender.FUTURES, Contender.VERTX)
              .flatMap(each -> on(ONE_FILE, each, Contender.IN_TURN));
      case FILE_SERVER ->
          Stream.of(Contender.SERVER_POOL, Contender.SERVER_VIRTUAL)
              .flatMap(each -> on(SERVERS, Contender.FILE_SERVER, each));
      case CONFIG_TOOL ->
          Stream.of(
                  on(TOOL, Contender.TOOL_FUTURE, Contender.PLAIN),
                  on(TOOL, Contender.TOOL_VERTX, Contender.PLAIN),
                  on(TOOL, Contender.TOOL_VERTX_AOT, Contender.PLAIN_AOT))
              .flatMap(each -> each);
      case HUGE_FILE -> on(HUGE_FILE, Contender.PIPELINE, Contender.PARALLEL);
      case DOWNLOADS ->
          Stream.of(
                  on(DOWNLOADS, Contender.HTTP_CLIENT, Contender.DOWNLOAD_VIRTUAL),
                  on(DOWNLOADS, Contender.HTTP_CLIENT, Contender.DOWNLOAD_POOL_100),
                  on(WAITING, Contender.HTTP_CLIENT, Contender.DOWNLOAD_POOL_16),
                  on(DOWNLOADS, Contender.DOWNLOAD_VERTX, Contender.DOWNLOAD_VIRTUAL))
              .flatMap(each -> each);
    };
  }

  private static Stream<Comparison> on(List<Setting> settings, Contender mine, Contender other) {
    return settings.stream().map(each -> new Comparison(each, mine, other));
  }
}
