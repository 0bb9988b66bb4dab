package workshop.comparison.fileserver;

import static workshop.comparison.result.Contender.BLOCKED_LOOP;
import static workshop.comparison.result.Contender.FILE_SERVER;
import static workshop.comparison.result.Contender.NGINX;
import static workshop.comparison.result.Contender.SEND_FILE;
import static workshop.comparison.result.Contender.SERVER_POOL;
import static workshop.comparison.result.Contender.SERVER_VIRTUAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Measure;
import workshop.comparison.result.Remark;
import workshop.comparison.run.Benchmark;
import workshop.comparison.run.Child;
import workshop.comparison.run.Parallel;
import workshop.comparison.run.Programs;
import workshop.comparison.run.Recorder;
import workshop.comparison.run.WarmUp;
import workshop.comparison.run.WorkFolder;
import workshop.disk.Disk;

/** Serves the same files by every technique: with cached files, then on a simulated slow disk. */
public final class FileServers implements Benchmark {

  /** The number of connections that the conclusions use, and the only one on the slow disk. */
  public static final String CONNECTIONS = "64";

  static final int FILES = 64;
  static final int BYTES = 4096;
  private static final int FEW = Integer.parseInt(CONNECTIONS);
  private static final int MANY = 1024;
  private static final long OPENING_MILLIS = 15;
  private static final String OPENING = "%s ms for each open";
  private static final Duration START = Duration.ofMinutes(2);

  /** All use the same HTTP stack, so that the techniques are compared and not the servers. */
  static final List<Contender> TECHNIQUES =
      List.of(BLOCKED_LOOP, SERVER_POOL, SERVER_VIRTUAL, FILE_SERVER, SEND_FILE);

  /** Without sendFile, which opens its file below java.nio.file and so bypasses that disk. */
  static final List<Contender> ON_SLOW_DISK =
      List.of(BLOCKED_LOOP, SERVER_POOL, SERVER_VIRTUAL, FILE_SERVER);

  private record Server(Contender contender, int port) {}

  record Measured(Traffic.Seen files, Histogram healthMicros) {}

  @Override
  public void measure(Effort effort, Recorder recorder) throws Exception {
    try (WorkFolder work = WorkFolder.make("file-server")) {
      Path root = Files.createDirectory(work.path().resolve("files"));
      for (int file = 0; file < FILES; file++) {
        Files.write(root.resolve(file + ".txt"), new byte[BYTES]);
      }
      Optional<Path> wrk = Programs.find("wrk", recorder);
      Traffic traffic =
          wrk.isPresent() && effort != Effort.TRY // too short for wrk
              ? new WrkTraffic(wrk.get(), work.path(), FILES)
              : new JavaTraffic(FILES);
      cached(work.path(), root, effort, traffic, recorder);
      slow(root, effort, traffic, recorder);
    }
  }

  @SuppressWarnings("try") // nginx only has to be closed
  private static void cached(
      Path work, Path root, Effort effort, Traffic traffic, Recorder recorder) throws Exception {
    recorder.doing("cached files: starting the servers");
    Duration window = Duration.ofMillis(effort.pick(50, 1000, 4000));
    List<Server> servers = new ArrayList<>();
    Optional<Path> program = Programs.find("nginx", recorder);
    try (Child jvm = start(TECHNIQUES, root, 0, effort);
        AutoCloseable nginx =
            program.isPresent() ? nginx(program.get(), work, root, servers) : () -> {}) {
      servers.addAll(0, ports(jvm, TECHNIQUES));
      WarmUp warmUp =
          new WarmUp(window, window.multipliedBy(effort == Effort.TRY ? 2 : 6), recorder);
      for (Server server : servers) {
        recorder.doing("cached files, warm-up: " + server.contender().label());
        warmUp.warm(
            server.contender().label(),
            () ->
                new WarmUp.Window(
                    traffic.run(server.port(), FEW, window).perSecond(), window.toMillis() / 1e3));
      }
      for (int round = 0; round < effort.pick(1, 3, 5); round++) {
        boolean many = effort == Effort.FULL || (effort == Effort.QUICK && round == 0);
        for (int connections : many ? List.of(FEW, MANY) : List.of(FEW)) {
          for (Server server : servers) {
            recorder.doing(
                "cached files, %d connections: %s"
                    .formatted(connections, server.contender().label()));
            Measured run = measure(server, connections, traffic, window);
            record(recorder, false, server, connections, run);
          }
        }
      }
    }
  }

  private static AutoCloseable nginx(Path program, Path work, Path root, List<Server> servers)
      throws IOException, InterruptedException {
    Nginx running = Nginx.start(program, work.resolve("nginx"), root);
    servers.add(new Server(NGINX, running.port()));
    return running;
  }

  /** Starts all servers at the same time, each in its own JVM, because they mostly wait. */
  private static void slow(Path root, Effort effort, Traffic traffic, Recorder recorder)
      throws Exception {
    recorder.doing("slow disk: starting the servers");
    Duration window = Duration.ofMillis(effort.pick(50, 4000, 10_000));
    List<Child> jvms = new ArrayList<>();
    try {
      for (Contender contender : ON_SLOW_DISK) {
        jvms.add(start(List.of(contender), root, OPENING_MILLIS, effort));
      }
      List<Server> servers = new ArrayList<>();
      for (int i = 0; i < jvms.size(); i++) {
        servers.addAll(ports(jvms.get(i), ON_SLOW_DISK.subList(i, i + 1)));
      }
      recorder.doing("slow disk, warm-up");
      Parallel.map(servers, server -> traffic.run(server.port(), FEW, window.dividedBy(2)));
      for (int round = 1; round <= effort.pick(1, 3, 5); round++) {
        recorder.doing("slow disk, round " + round);
        List<Measured> runs =
            Parallel.map(servers, server -> measure(server, FEW, traffic, window));
        for (int i = 0; i < servers.size(); i++) { // not in the order in which they ended
          record(recorder, true, servers.get(i), FEW, runs.get(i));
        }
      }
    } finally {
      jvms.forEach(Child::close);
    }
  }

  private static Child start(
      List<Contender> contenders, Path root, long openingMillis, Effort effort) throws IOException {
    List<String> options = new ArrayList<>(List.of("-Xmx1g"));
    if (effort == Effort.TRY) {
      options.add("-XX:TieredStopAtLevel=1"); // starts sooner
    }
    if (openingMillis > 0) {
      options.add(Disk.OPTION);
    }
    List<Object> arguments = new ArrayList<>(List.of(root, openingMillis));
    arguments.addAll(contenders);
    return Child.start(options, ServerProcess.class, arguments.toArray());
  }

  private static List<Server> ports(Child jvm, List<Contender> contenders)
      throws IOException, InterruptedException {
    List<Server> servers = new ArrayList<>();
    for (Contender contender : contenders) {
      servers.add(new Server(contender, Integer.parseInt(jvm.line(START))));
    }
    return servers;
  }

  private static Measured measure(Server server, int connections, Traffic traffic, Duration time)
      throws IOException, InterruptedException {
    try (HealthProbe probe = new HealthProbe(server.port(), time)) {
      return new Measured(traffic.run(server.port(), connections, time), probe.micros());
    } catch (IOException e) {
      throw new IOException(server.contender().label() + ": " + e.getMessage(), e);
    }
  }

  private static void record(
      Recorder recorder, boolean slow, Server server, int connections, Measured run) {
    Contender contender = server.contender();
    String at = "" + connections;
    double perSecond = run.files().perSecond();
    if (perSecond > 0) {
      Map<String, String> settings = slow ? Map.of(OPENING, "" + OPENING_MILLIS) : Map.of();
      Measure throughput = slow ? Measure.SLOW_SERVER : Measure.SERVER_CACHED;
      recorder.add(throughput, settings, contender, at, perSecond);
    } else {
      recorder.remark(Remark.Kind.NOTHING_ARRIVED, contender.label(), at);
    }
    if (run.files().timedOut() > 0) {
      recorder.remark(Remark.Kind.TIMED_OUT, contender.label(), run.files().timedOut());
    }
    int percentile = percentile(run.healthMicros().getTotalCount());
    double millis = run.healthMicros().getValueAtPercentile(percentile) / 1e3;
    Measure health = slow ? Measure.SLOW_HEALTH : Measure.SERVER_HEALTH;
    recorder.add(health, Map.of("p%s", "" + percentile), contender, at, millis);
  }

  /**
   * The highest percentile that this many samples support: at least ten of them must lie beyond it.
   */
  static int percentile(long samples) {
    return samples >= 1000 ? 99 : samples >= 100 ? 90 : 50;
  }
}
