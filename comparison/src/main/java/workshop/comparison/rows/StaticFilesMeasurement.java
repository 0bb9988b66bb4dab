package workshop.comparison.rows;

import static workshop.comparison.rows.StaticFiles.GUESTS_OF_SLOW_DISK;
import static workshop.comparison.rows.StaticFiles.NGINX;
import static workshop.comparison.rows.StaticFiles.SLOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Notebook;
import workshop.comparison.result.Contender;
import workshop.comparison.rows.ServerProcess.Technique;
import workshop.comparison.run.AtOnce;
import workshop.comparison.run.Programs;
import workshop.comparison.run.WarmUp;
import workshop.comparison.run.WorkFolder;
import workshop.disk.Disk;

/** One measurement of {@link StaticFiles}: its servers, its load, its rounds. */
final class StaticFilesMeasurement {

  static final int FILES = 64;
  static final int BYTES = 4096;
  static final long OPENING_MILLIS = 15;
  private static final Duration START = Duration.ofSeconds(30);

  /** Those of a library share a process, and what it has compiled: only one is asked at a time. */
  private static final List<List<Technique>> BY_LIBRARY =
      List.of(
          List.of(Technique.BLOCKED_LOOP, Technique.FILE_SERVER, Technique.SEND_FILE),
          List.of(Technique.BOUNDED_POOL, Technique.VIRTUAL_THREADS));

  /** Each in a process of its own: all are asked at the same time. */
  private static final List<List<Technique>> ON_SLOW_DISK =
      Stream.of(Technique.values())
          .filter(technique -> technique != Technique.SEND_FILE)
          .map(List::of)
          .toList();

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx1g",
          "-Dsun.net.httpserver.nodelay=true",
          "-Dsun.net.httpserver.maxIdleConnections=8192");

  private final Effort effort;
  private final Notebook notebook;
  private final List<AutoCloseable> started = new ArrayList<>();

  StaticFilesMeasurement(Effort effort, Notebook notebook) {
    this.effort = effort;
    this.notebook = notebook;
  }

  /** What to do with a server once it runs. */
  private record Server(Contender contender, int port) {}

  void run() throws Exception {
    try (WorkFolder work = WorkFolder.make("static-files")) {
      try {
        Path root = Files.createDirectory(work.path().resolve("files"));
        for (int file = 0; file < FILES; file++) {
          Files.write(root.resolve(file + ".txt"), new byte[BYTES]);
        }
        measure(work.path(), root);
      } finally {
        for (AutoCloseable each : started.reversed()) {
          each.close();
        }
      }
    }
  }

  private void measure(Path work, Path root) throws Exception {
    notebook.doing("starting the servers");
    Optional<Path> wrk =
        Programs.find("wrk", "Install wrk, from your system's packages.", notebook);
    Traffic traffic =
        wrk.isPresent() && effort != Effort.TRY // which is too short for wrk
            ? new WrkTraffic(wrk.get(), work, FILES)
            : new JavaTraffic(FILES);
    List<Server> servers = new ArrayList<>(start(BY_LIBRARY, root, 0));
    Optional<Path> nginx =
        Programs.find("nginx", "Install nginx, from your system's packages.", notebook);
    if (nginx.isPresent()) {
      Nginx running = Nginx.start(nginx.get(), work.resolve("nginx"), root);
      started.add(running);
      servers.add(new Server(NGINX, running.port()));
    }
    rounds(servers, StaticFiles.guests(effort), traffic);
    notebook.doing("starting the servers of the slow disk");
    slowRounds(start(ON_SLOW_DISK, root, OPENING_MILLIS), traffic);
    StaticFilesNotes.add(notebook, effort, traffic instanceof WrkTraffic);
  }

  /** Starts a process for each of the groups, all at once. Returns the servers in their order. */
  private List<Server> start(List<List<Technique>> groups, Path root, long openingMillis)
      throws Exception {
    List<String> options = new ArrayList<>(OPTIONS);
    if (effort == Effort.TRY) {
      options.add("-XX:TieredStopAtLevel=1"); // starts sooner
    }
    if (openingMillis > 0) {
      options.add(Disk.OPTION);
    }
    Map<List<Technique>, ChildJvm> starting = new LinkedHashMap<>();
    for (List<Technique> group : groups) {
      List<Object> arguments = new ArrayList<>(List.of(root, openingMillis));
      arguments.addAll(group);
      ChildJvm jvm = ChildJvm.start(options, ServerProcess.class, arguments.toArray());
      started.add(jvm);
      starting.put(group, jvm);
    }
    Map<Technique, Server> servers = new EnumMap<>(Technique.class);
    for (Map.Entry<List<Technique>, ChildJvm> each : starting.entrySet()) {
      for (Technique technique : each.getKey()) {
        int port = Integer.parseInt(each.getValue().line(START));
        servers.put(technique, new Server(StaticFiles.contender(technique), port));
      }
    }
    return List.copyOf(servers.values());
  }

  private void rounds(List<Server> servers, List<Integer> guests, Traffic traffic)
      throws Exception {
    String disk = "cached files";
    warmUp(servers, traffic, disk);
    int least = HealthProbe.requests(window());
    int most = HealthProbe.requests(window(guests.getLast()));
    ServerPages pages = new ServerPages(notebook, "", disk, least, most);
    for (int round = 0; round < rounds(); round++) {
      // Many guests are for the shape of the curve; in a short run once is enough.
      boolean fewOnly = effort == Effort.NORMAL && round > 0;
      for (int connections : fewOnly ? List.of(guests.getFirst()) : guests) {
        for (Server server : servers) {
          if (connections > guests.getFirst()
              && !StaticFiles.meetsMany(server.contender(), effort)) {
            continue;
          }
          notebook.doing(
              "%s, %d connections: %s".formatted(disk, connections, server.contender().name()));
          pages.add(server.contender(), measure(server, connections, traffic, window(connections)));
        }
      }
    }
  }

  private void warmUp(List<Server> servers, Traffic traffic, String disk)
      throws IOException, InterruptedException {
    int guests = Integer.parseInt(StaticFiles.FEW);
    double seconds = window().toMillis() / 1000.0;
    WarmUp warmUp = new WarmUp(window(), window().multipliedBy(warmUpWindows()));
    for (Server server : servers) {
      if (!server.contender().equals(NGINX)) {
        String name = server.contender().name();
        notebook.doing("warm-up, " + disk + ": " + name);
        warmUp.warm(
            name,
            () ->
                new WarmUp.Window(
                    traffic.run(server.port(), guests, window()).perSecond(), seconds));
      }
    }
    notebook.note(warmUp.note("of the JVMs that serve " + disk));
  }

  /** All servers at the same time: what they do is wait, and a p99 takes its time. */
  private void slowRounds(List<Server> servers, Traffic traffic) throws Exception {
    String disk = "slow disk";
    Duration time = slowWindow();
    int requests = HealthProbe.requests(time);
    ServerPages pages = new ServerPages(notebook, SLOW, disk, requests, requests);
    notebook.doing("warm-up, " + disk);
    all(servers, server -> traffic.run(server.port(), GUESTS_OF_SLOW_DISK, slowWarmUp()));
    for (int round = 1; round <= rounds(); round++) {
      notebook.doing("%s, %d connections, round %d".formatted(disk, GUESTS_OF_SLOW_DISK, round));
      List<Measured> measured =
          all(servers, server -> measure(server, GUESTS_OF_SLOW_DISK, traffic, time));
      for (int i = 0; i < servers.size(); i++) { // in their order, and not in that of their ends
        pages.add(servers.get(i).contender(), measured.get(i));
      }
    }
  }

  /** What is done to a server. */
  @FunctionalInterface
  private interface Deed<T> {
    T to(Server server) throws IOException, InterruptedException;
  }

  /** Does it to all servers at once; returns what came of it, in their order. */
  private static <T> List<T> all(List<Server> servers, Deed<T> deed)
      throws IOException, InterruptedException {
    List<Callable<T>> deeds = new ArrayList<>();
    servers.forEach(server -> deeds.add(() -> deed.to(server)));
    return AtOnce.all(deeds);
  }

  /** One run of one server. */
  record Measured(int connections, Traffic.Seen files, Histogram health) {}

  private static Measured measure(Server server, int connections, Traffic traffic, Duration time)
      throws IOException, InterruptedException {
    try (HealthProbe probe = HealthProbe.start(server.port(), HealthProbe.requests(time))) {
      Traffic.Seen files = traffic.run(server.port(), connections, time);
      return new Measured(connections, files, probe.micros());
    } catch (IOException e) {
      throw new IOException(server.contender().name() + ": " + e.getMessage(), e);
    }
  }

  private int rounds() {
    return switch (effort) {
      case TRY -> 1;
      case NORMAL -> 3;
      case FULL -> 5;
    };
  }

  private Duration window() {
    return switch (effort) {
      case TRY -> Duration.ofMillis(50);
      case NORMAL -> Duration.ofMillis(500);
      case FULL -> Duration.ofSeconds(5);
    };
  }

  /** Many guests get twice the time in a short run, for it takes them a while to connect. */
  private Duration window(int connections) {
    boolean many = connections > Integer.parseInt(StaticFiles.FEW);
    return many && effort == Effort.NORMAL ? window().multipliedBy(2) : window();
  }

  /** Long enough for a p99 of /health, which decides on this disk. */
  private Duration slowWindow() {
    return switch (effort) {
      case TRY -> window();
      case NORMAL -> Duration.ofSeconds(2);
      case FULL -> Duration.ofSeconds(10);
    };
  }

  /** All compile at once, and slowly. */
  private Duration slowWarmUp() {
    return effort == Effort.NORMAL ? Duration.ofSeconds(4) : window().multipliedBy(3);
  }

  private int warmUpWindows() {
    return switch (effort) {
      case TRY -> 2;
      case NORMAL -> 5;
      case FULL -> 10;
    };
  }
}
