package workshop.comparison.downloads;

import static java.util.Objects.requireNonNull;
import static workshop.comparison.result.Contender.CURL;
import static workshop.comparison.result.Contender.DOWNLOADER;
import static workshop.comparison.result.Contender.DOWNLOAD_IN_TURN;
import static workshop.comparison.result.Contender.DOWNLOAD_POOL_100;
import static workshop.comparison.result.Contender.DOWNLOAD_POOL_16;
import static workshop.comparison.result.Contender.DOWNLOAD_VERTX;
import static workshop.comparison.result.Contender.DOWNLOAD_VIRTUAL;
import static workshop.comparison.result.Contender.FLOOR;
import static workshop.comparison.result.Contender.HTTP_CLIENT;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Measure;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Remark;
import workshop.comparison.result.Sample;
import workshop.comparison.run.Benchmark;
import workshop.comparison.run.Child;
import workshop.comparison.run.Programs;
import workshop.comparison.run.Recorder;
import workshop.comparison.run.WorkFolder;

/** Downloads the same files by every technique, from a server that waits before each reply. */
public final class HundredDownloads implements Benchmark {

  public static final String PLACE = "all files";

  private static final Duration WAIT = Duration.ofMillis(50);
  private static final int BYTES = 64 * 1024;
  private static final Duration START = Duration.ofMinutes(2);

  /**
   * Three techniques use the JDK's client and so warm it up for each other. Only one uses the
   * client of Vert.x, so it runs as often as the three together.
   */
  private static final List<Contender> WARM_UP =
      List.of(
          DOWNLOAD_VIRTUAL,
          DOWNLOAD_VERTX,
          HTTP_CLIENT,
          DOWNLOAD_VERTX,
          DOWNLOADER,
          DOWNLOAD_VERTX);

  @FunctionalInterface
  private interface Way {
    void download(Path folder) throws Exception;
  }

  @Override
  public void measure(Effort effort, Recorder recorder) throws Exception {
    int files = effort.pick(10, 100, 100);
    int rounds = effort.pick(1, 3, 15);
    int warmUps = effort.pick(0, 3, 20);
    Optional<Path> curl = Programs.find("curl", recorder);
    Vertx vertx = Vertx.vertx();
    try (WorkFolder work = WorkFolder.make("downloads");
        Child origin = Child.start(List.of(), OriginProcess.class, files, BYTES, WAIT.toMillis())) {
      int port = Integer.parseInt(origin.line(START));
      Downloads downloads = new Downloads(port, files, BYTES);
      Map<Contender, Way> ways = ways(downloads, vertx, curl);
      for (int i = 0; i < warmUps; i++) {
        for (Contender contender : WARM_UP) {
          recorder.doing("warm-up: " + contender.label());
          millis(requireNonNull(ways.get(contender)), downloads, work.path());
        }
      }
      List<Double> startsOfCurl = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        for (Map.Entry<Contender, Way> way : ways.entrySet()) {
          if (way.getKey() == DOWNLOAD_IN_TURN && round >= effort.pick(2, 2, 5)) {
            continue; // takes five seconds, mostly waiting, and hardly varies
          }
          recorder.doing(way.getKey().label());
          double millis = millis(way.getValue(), downloads, work.path());
          recorder.add(Measure.DOWNLOADS_TIME, way.getKey(), PLACE, millis);
        }
        long begin = System.nanoTime();
        downloads.receiveAllInOne();
        recorder.add(Measure.DOWNLOADS_TIME, FLOOR, PLACE, WAIT.toMillis() + millisSince(begin));
        if (curl.isPresent()) {
          begin = System.nanoTime();
          Programs.run(START, List.of(curl.get().toString(), "-q", "--version"));
          startsOfCurl.add(millisSince(begin));
        }
      }
      if (!startsOfCurl.isEmpty()) {
        recorder.remark(
            Remark.Kind.START_OF_CURL, "curl", Numbers.value(new Sample(startsOfCurl).mean()));
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static Map<Contender, Way> ways(Downloads downloads, Vertx vertx, Optional<Path> curl) {
    Map<Contender, Way> ways = new LinkedHashMap<>();
    ways.put(DOWNLOAD_IN_TURN, downloads::sequentially);
    ways.put(DOWNLOAD_POOL_16, folder -> downloads.onPool(16, folder));
    ways.put(DOWNLOAD_POOL_100, folder -> downloads.onPool(100, folder));
    ways.put(DOWNLOAD_VIRTUAL, downloads::onVirtualThreads);
    ways.put(HTTP_CLIENT, downloads::allAtOnce);
    ways.put(DOWNLOADER, downloads::withDownloader);
    ways.put(DOWNLOAD_VERTX, folder -> downloads.withVertx(vertx, folder));
    curl.ifPresent(program -> ways.put(CURL, folder -> downloads.withCurl(program, folder)));
    return ways;
  }

  /** Downloads into a new folder. The time ends when the last file is complete. */
  private static double millis(Way way, Downloads downloads, Path work) throws Exception {
    Path folder = Files.createTempDirectory(work, "files-");
    long begin = System.nanoTime();
    way.download(folder);
    double millis = millisSince(begin);
    downloads.check(folder);
    return millis;
  }

  private static double millisSince(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }
}
