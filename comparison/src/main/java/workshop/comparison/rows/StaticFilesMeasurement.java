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
  private static final int WARM_UP_GUESTS = 16;
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
        wrk.isPresent() ? new WrkTraffic(wrk.get(), work, FILES) : new JavaTraffic(FILES);
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
    note(wrk.isPresent());
  }

  /** Starts one server for each technique, all at once. */
  private List<Server> start(List<Technique> techniques, Path root, long openingMillis)
      throws Exception {
    List<String> options = new ArrayList<>(OPTIONS);
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
      if (!server.contender().equals(NGINX)) {
        notebook.doing("warm-up, " + disk + ": " + server.contender().name());
        new JavaTraffic(FILES).run(server.port(), WARM_UP_GUESTS, warmUp());
      }
    }
    Axis axis =
        new Axis(
            guests.size() > 1 ? Axis.Kind.LOGARITHMIC : Axis.Kind.NAMES, "keep-alive connections");
    Notebook.Page throughput =
        notebook.figure(
            prefix + THROUGHPUT,
            "Throughput, " + disk,
            new Metric("throughput", "files/s", true),
            axis);
    Notebook.Page latency =
        notebook.figure(
            prefix + LATENCY,
            "99 of 100 files are there after, " + disk,
            new Metric("p99 latency", "ms", false),
            axis);
    Notebook.Page health =
        notebook.figure(
            prefix + HEALTH,
            "99 of 100 answers of an unrelated /health are there after, " + disk,
            new Metric("p99 latency", "ms", false),
            axis);
    for (int round = 0; round < rounds(); round++) {
      for (int connections : guests) {
        for (Server server : servers) {
          notebook.doing(
              "%s, %d connections: %s".formatted(disk, connections, server.contender().name()));
          String at = "" + connections;
          try (HealthProbe probe = HealthProbe.start(server.port())) {
            Traffic.Seen seen = traffic.run(server.port(), connections, window());
            timedOut += seen.timedOut();
            throughput.add(server.contender(), at, seen.perSecond());
            latency.add(server.contender(), at, seen.p99Millis());
            health.add(server.contender(), at, probe.p99Millis());
          } catch (IOException e) {
            throw new IOException(server.contender().name() + ": " + e.getMessage(), e);
          }
        }
      }
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

  private Duration warmUp() {
    return switch (effort) {
      case TRY -> Duration.ofMillis(50);
      case NORMAL -> Duration.ofMillis(700);
      case FULL -> Duration.ofSeconds(4);
    };
  }

  private void note(boolean withWrk) {
    int processors = Runtime.getRuntime().availableProcessors();
    notebook.note(
        "The load (%s) and the client of /health run on the same %d processors as the servers: where a"
                .formatted(withWrk ? "wrk, one thread" : "virtual threads of our own", processors)
            + " server is as fast as these allow, its number says something of them as well.");
    notebook.note(
        "%d files of %d bytes, in the page cache. Servers with event loops have %d, as nginx has workers;"
                .formatted(FILES, BYTES, ServerProcess.LOOPS)
            + " nginx keeps no files open (no open_file_cache), and neither does any other.");
    notebook.note(
        "/health is asked every %d ms on connections of its own, answered or not, and its time begins"
                .formatted(HealthProbe.PERIOD.toMillis())
            + " when a request was due. The p99 of files is that of a closed loop: who waits asks"
            + " no more, and what had no answer at the end is not in it.");
    notebook.note(
        "On the slow disk each opening of a file takes %d ms. The bounded pool and the Vert.x file server"
                .formatted(OPENING_MILLIS)
            + " wait with %d threads, for at most %d files/s; virtual threads keep their %d carriers waiting,"
                .formatted(
                    ServerProcess.THREADS,
                    ServerProcess.THREADS * 1000 / OPENING_MILLIS,
                    processors)
            + " for at most %d; a blocking handler its %d loops, for at most %d."
                .formatted(
                    processors * 1000 / OPENING_MILLIS,
                    ServerProcess.LOOPS,
                    ServerProcess.LOOPS * 1000 / OPENING_MILLIS));
    notebook.note(
        "The slow disk lies under java.nio.file. nginx and Vert.x's sendFile go past it, so they"
            + " are not in those figures; sendFile opens its file on the event loop, where a slow"
            + " disk would hold it as it holds the blocking handler.");
    notebook.note(
        "The JDK's HttpServer is made for small tasks: below its figures with cached files lies its"
            + " one dispatching thread, not only the technique.");
    if (timedOut > 0) {
      notebook.note(
          "%d requests were given up by the load without an answer; no p99 of files contains them."
              .formatted(timedOut));
    }
  }
}
