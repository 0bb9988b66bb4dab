package workshop.comparison.rows;

import static workshop.comparison.rows.StaticFiles.HEALTH;
import static workshop.comparison.rows.StaticFiles.LATENCY;
import static workshop.comparison.rows.StaticFiles.NGINX;
import static workshop.comparison.rows.StaticFiles.SLOW;
import static workshop.comparison.rows.StaticFiles.THROUGHPUT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Notebook;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Metric;
import workshop.comparison.rows.ServerProcess.Technique;
import workshop.comparison.run.Programs;
import workshop.comparison.run.WorkFolder;
import workshop.testkit.disk.Disk;

/** One measurement of {@link StaticFiles}: its servers, its load, its rounds. */
final class StaticFilesMeasurement {

  private static final int FILES = 64;
  private static final int BYTES = 4096;
  private static final int WARM_UP_GUESTS = 32;
  private static final long OPENING_MILLIS = 15;
  private static final Duration START = Duration.ofSeconds(30);
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx1g",
          "-Dsun.net.httpserver.nodelay=true",
          "-Dsun.net.httpserver.maxIdleConnections=8192");

  private final Effort effort;
  private final Notebook notebook;
  private final List<AutoCloseable> started = new ArrayList<>();
  private long timedOut;

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
    List<Server> servers = new ArrayList<>(start(List.of(Technique.values()), root, 0));
    Optional<Path> nginx =
        Programs.find("nginx", "Install nginx, from your system's packages.", notebook);
    if (nginx.isPresent()) {
      Nginx running = Nginx.start(nginx.get(), work.resolve("nginx"), root);
      started.add(running);
      servers.add(new Server(NGINX, running.port()));
    }
    rounds(servers, StaticFiles.guests(effort), traffic, "", "cached files");
    List<Technique> slow = new ArrayList<>(List.of(Technique.values()));
    slow.remove(Technique.SEND_FILE);
    notebook.doing("starting the servers of the slow disk");
    rounds(
        start(slow, root, OPENING_MILLIS),
        List.of(StaticFiles.GUESTS_OF_SLOW_DISK),
        traffic,
        SLOW,
        "slow disk");
    note(traffic instanceof WrkTraffic);
  }

  /** Starts one server for each technique, all at once. */
  private List<Server> start(List<Technique> techniques, Path root, long openingMillis)
      throws Exception {
    List<String> options = new ArrayList<>(OPTIONS);
    if (effort == Effort.TRY) {
      options.add("-XX:TieredStopAtLevel=1"); // starts sooner
    }
    if (openingMillis > 0) {
      options.add(Disk.OPTION);
    }
    Map<Technique, ChildJvm> starting = new LinkedHashMap<>();
    for (Technique technique : techniques) {
      ChildJvm jvm = ChildJvm.start(options, ServerProcess.class, technique, root, openingMillis);
      started.add(jvm);
      starting.put(technique, jvm);
    }
    List<Server> servers = new ArrayList<>();
    for (Map.Entry<Technique, ChildJvm> each : starting.entrySet()) {
      int port = Integer.parseInt(each.getValue().line(START));
      servers.add(new Server(StaticFiles.contender(each.getKey()), port));
    }
    return servers;
  }

  private void rounds(
      List<Server> servers, List<Integer> guests, Traffic traffic, String prefix, String disk)
      throws Exception {
    for (Server server : servers) {
      if (needsWarmUp(server.contender(), prefix)) {
        notebook.doing("warm-up, " + disk + ": " + server.contender().name());
        traffic.run(server.port(), WARM_UP_GUESTS, warmUp(prefix));
      }
    }
    Pages pages = new Pages(notebook, prefix, disk);
    for (int round = 0; round < rounds(); round++) {
      // Many guests are for the shape of the curve; in a short run once is enough.
      boolean fewOnly = effort == Effort.NORMAL && round > 0;
      for (int connections : fewOnly ? List.of(guests.getFirst()) : guests) {
        for (Server server : servers) {
          notebook.doing(
              "%s, %d connections: %s".formatted(disk, connections, server.contender().name()));
          run(server, connections, traffic, pages);
        }
      }
    }
  }

  /** Of what answers a hundred requests in a second, nothing gets compiled in that second. */
  private static boolean needsWarmUp(Contender contender, String prefix) {
    boolean few =
        contender.equals(StaticFiles.BLOCKED_LOOP) || contender.equals(StaticFiles.VIRTUAL_THREADS);
    return !contender.equals(NGINX) && (prefix.isEmpty() || !few);
  }

  private void run(Server server, int connections, Traffic traffic, Pages pages)
      throws IOException, InterruptedException {
    try (HealthProbe probe = HealthProbe.start(server.port())) {
      Traffic.Seen seen = traffic.run(server.port(), connections, window());
      String at = "" + connections;
      timedOut += seen.timedOut();
      if (seen.perSecond() > 0) {
        pages.throughput.add(server.contender(), at, seen.perSecond());
        pages.latency.add(server.contender(), at, seen.p99Millis());
      } else {
        notebook.note(
            "%s: no file arrived in %d ms with %s connections; that run is left out."
                .formatted(server.contender().name(), window().toMillis(), at));
      }
      pages.health.add(server.contender(), at, probe.p99Millis());
    } catch (IOException e) {
      throw new IOException(server.contender().name() + ": " + e.getMessage(), e);
    }
  }

  /** The three figures of one kind of disk. */
  private static final class Pages {

    private final Notebook.Page throughput;
    private final Notebook.Page latency;
    private final Notebook.Page health;

    Pages(Notebook notebook, String prefix, String disk) {
      Axis axis =
          new Axis(
              prefix.isEmpty() ? Axis.Kind.LOGARITHMIC : Axis.Kind.NAMES, "keep-alive connections");
      throughput =
          notebook.figure(
              prefix + THROUGHPUT,
              "Throughput, " + disk,
              new Metric("throughput", "files/s", true),
              axis);
      latency =
          notebook.figure(
              prefix + LATENCY,
              "99 of 100 files are there after, " + disk,
              new Metric("p99 latency", "ms", false),
              axis);
      health =
          notebook.figure(
              prefix + HEALTH,
              "99 of 100 answers of an unrelated /health are there after, " + disk,
              new Metric("p99 latency", "ms", false),
              axis);
    }
  }

  private int rounds() {
    return switch (effort) {
      case TRY -> 1;
      case NORMAL -> 2;
      case FULL -> 5;
    };
  }

  private Duration window() {
    return switch (effort) {
      case TRY -> Duration.ofMillis(100);
      case NORMAL -> Duration.ofSeconds(1);
      case FULL -> Duration.ofSeconds(4);
    };
  }

  /** On a slow disk little is computed, and little is to be compiled before. */
  private Duration warmUp(String prefix) {
    return switch (effort) {
      case TRY -> Duration.ofMillis(10);
      case NORMAL -> Duration.ofSeconds(prefix.isEmpty() ? 2 : 1);
      case FULL -> Duration.ofSeconds(15);
    };
  }

  private void note(boolean withWrk) {
    int processors = Runtime.getRuntime().availableProcessors();
    notebook.note(
        """
        The load (%s) and the client of /health run on the same %d processors as the servers: \
        where a server is as fast as these allow, its number says something of them as well.\
        """
            .formatted(withWrk ? "wrk, one thread" : "virtual threads of our own", processors));
    notebook.note(
        """
        %d files of %d bytes, in the page cache. Servers with event loops have %d of them, as \
        nginx has workers; nginx keeps no files open (no open_file_cache), nor does any other.\
        """
            .formatted(FILES, BYTES, ServerProcess.LOOPS));
    notebook.note(
        """
        /health is asked every %d ms on connections of its own, answered or not, and its time \
        begins when a request was due. The p99 of files is that of a closed loop: who waits asks \
        no more, and what had no answer at the end is not in it.\
        """
            .formatted(HealthProbe.PERIOD.toMillis()));
    notebook.note(
        """
        On the slow disk each opening of a file takes %d ms. The bounded pool and the Vert.x file \
        server wait with %d threads, for at most %d files/s; virtual threads keep their %d \
        carriers waiting, for at most %d; a blocking handler its %d loops, for at most %d.\
        """
            .formatted(
                OPENING_MILLIS,
                ServerProcess.THREADS,
                ServerProcess.THREADS * 1000L / OPENING_MILLIS,
                processors,
                processors * 1000L / OPENING_MILLIS,
                ServerProcess.LOOPS,
                ServerProcess.LOOPS * 1000L / OPENING_MILLIS));
    notebook.note(
        """
        Where /health cannot keep up, for the handler that blocks the loop and for virtual threads, \
        its p99 grows with the length of the run: read it as "does not answer any more".\
        """);
    notebook.note(
        """
        The slow disk lies under java.nio.file. nginx and Vert.x's sendFile go past it, so they \
        are not in those figures; sendFile opens its file on the event loop, where a slow disk \
        would hold it as it holds the blocking handler.\
        """);
    notebook.note(
        """
        Where the Vert.x file server falls short of nginx with cached files, two visits to another \
        thread are what it pays for each file: one to look where the file is, one to read it. \
        nginx stays on its own thread and waits for the disk there.\
        """);
    notebook.note(
        """
        Each server was warmed up for %d ms before; a JVM goes on compiling for longer than that \
        under such load, so in a short run its throughput is a lower bound.\
        """
            .formatted(warmUp("").toMillis()));
    if (timedOut > 0) {
      notebook.note(
          "The load gave up %d requests without an answer; no p99 of files contains them."
              .formatted(timedOut));
    }
  }
}
