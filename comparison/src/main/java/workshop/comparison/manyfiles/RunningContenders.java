package workshop.comparison.manyfiles;

import static workshop.comparison.result.Contender.FILES_POOL;
import static workshop.comparison.result.Contender.FUTURES;
import static workshop.comparison.result.Contender.IN_TURN;
import static workshop.comparison.result.Contender.IO_URING;
import static workshop.comparison.result.Contender.POOL;
import static workshop.comparison.result.Contender.RUST_THREADS;
import static workshop.comparison.result.Contender.SYSTEM_CALLS;
import static workshop.comparison.result.Contender.TOKIO_STEPS;
import static workshop.comparison.result.Contender.TOKIO_WHOLE;
import static workshop.comparison.result.Contender.VERTX;
import static workshop.comparison.result.Contender.VIRTUAL;
import static workshop.comparison.result.Contender.VIRTUAL_64;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Remark;
import workshop.comparison.run.Child;
import workshop.comparison.run.Recorder;
import workshop.disk.Disk;

/** All contenders: programs that have been started and wait for requests. */
final class RunningContenders implements AutoCloseable {

  /** The techniques. The first is the baseline. */
  static final List<Contender> TECHNIQUES =
      List.of(IN_TURN, POOL, FILES_POOL, VIRTUAL, VIRTUAL_64, FUTURES, VERTX);

  /**
   * The whole heap is allocated and touched at the start. Otherwise, a short run would measure how
   * the heap grows, and on a virtual machine, the first touch of memory costs more than copying a
   * file into it. In regions of 4 MiB, a file of 1 MiB is an ordinary object.
   */
  private static final List<String> HEAP =
      List.of(
          "-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC", "-XX:G1HeapRegionSize=4m");

  private static final Duration START = Duration.ofMinutes(2);
  private static final Case HELLO = Case.closed(Case.Mode.CACHED, 4096, 1, Duration.ofMillis(1));

  record Running(Contender contender, Child process) {

    /** Blocks until the window is over. */
    Reply measure(Case wanted) throws IOException, InterruptedException {
      Duration limit = wanted.longest().multipliedBy(4).plusSeconds(70);
      return Reply.parse(process.ask(wanted.asLine(), limit));
    }
  }

  private final List<Running> running = new ArrayList<>();
  private final Path folder;

  /** Starts no program yet. */
  RunningContenders(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts the techniques and the references.
   *
   * @param inEarnest whether to start the peers as well, and to use the heap that a measurement
   *     needs
   */
  void startOnThisDisk(boolean inEarnest, Recorder recorder)
      throws IOException, InterruptedException {
    for (Contender technique : TECHNIQUES) {
      java(technique, inEarnest ? HEAP : List.of());
    }
    java(SYSTEM_CALLS, List.of()); // they have no heap
    java(IO_URING, List.of());
    if (inEarnest) {
      peers(recorder);
    }
    removeThoseThatRefuse(recorder);
  }

  /** Starts the techniques, each on a watched disk that takes {@code latency} for each step. */
  void startOnSlowedDisk(Duration latency) throws IOException {
    for (Contender technique : TECHNIQUES) {
      java(technique, List.of(Disk.OPTION), latency.toNanos() / 1000);
    }
  }

  List<Running> all() {
    return List.copyOf(running);
  }

  private void java(Contender contender, List<String> options, Object... slowed)
      throws IOException {
    List<String> all = new ArrayList<>(options);
    all.add("--enable-native-access=ALL-UNNAMED");
    all.add("--sun-misc-unsafe-memory-access=allow"); // Netty's; else a warning in every JVM
    if (contender == VIRTUAL_64) {
      all.add("-Djdk.virtualThreadScheduler.parallelism=64");
    }
    List<Object> arguments = new ArrayList<>(List.of(contender, folder));
    arguments.addAll(List.of(slowed));
    start(contender, Child.command(all, Worker.class, arguments.toArray()));
  }

  private void peers(Recorder recorder) throws IOException, InterruptedException {
    Map<String, Path> built = new RustPeers(recorder).build(List.of("threads", "tokio"));
    String there = folder.toString();
    if (built.containsKey("threads")) {
      start(RUST_THREADS, List.of(built.get("threads").toString(), there));
    }
    if (built.containsKey("tokio")) {
      start(TOKIO_STEPS, List.of(built.get("tokio").toString(), there, "steps"));
      start(TOKIO_WHOLE, List.of(built.get("tokio").toString(), there, "whole"));
    }
  }

  private void start(Contender contender, List<String> command) throws IOException {
    running.add(new Running(contender, Child.start(contender.label(), command)));
  }

  /** The kernel may refuse io_uring, for example. */
  private void removeThoseThatRefuse(Recorder recorder) throws IOException, InterruptedException {
    for (Running each : all()) {
      String answer = each.process().ask(HELLO.asLine(), START);
      if (answer.startsWith(Worker.REFUSED)) {
        recorder.remark(
            Remark.Kind.REFUSED,
            each.contender().label(),
            answer.substring(Worker.REFUSED.length()));
        running.remove(each);
        each.process().close();
      }
    }
  }

  @Override
  public void close() {
    running.forEach(each -> each.process().close());
  }
}
