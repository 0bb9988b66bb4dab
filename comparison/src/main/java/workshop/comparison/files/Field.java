package workshop.comparison.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import workshop.comparison.question.Notebook;
import workshop.comparison.result.Absent;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Contender.Kind;
import workshop.comparison.run.Root;
import workshop.comparison.run.Talker;
import workshop.disk.Disk;

/** All who take part, each a program of its own that has been started and waits for requests. */
final class Field implements AutoCloseable {

  static final Contender BLOCKING =
      technique("blocking, in turn", "One thread, one file after the other.");
  static final Contender POOL =
      technique(
          "bounded pool",
          "A task per file on a pool of platform threads: one per core for the page cache, "
              + Techniques.POOL
              + " for the disk.");
  static final Contender LANES =
      technique(
          "lanes",
          "A task per lane, which takes the next file until there is none; as many lanes as the "
              + "bounded pool has threads.");
  static final Contender VIRTUAL =
      technique("virtual threads", "A new virtual thread per file, in blocking calls.");
  static final Contender FUTURES =
      technique(
          "CompletableFuture",
          "AsynchronousFileChannel, a future per step, on an executor sized like the bounded pool.");
  static final Contender VERTX =
      technique(
          "Vert.x",
          "AsyncFile to write, with SYNC if it is to be durable, and readFile to read, from an event"
              + " loop per core.");
  static final String TOKIO = "Tokio";
  static final String TOKIO_WHOLE = "Tokio, whole files";
  static final Contender RUST =
      new Contender(
          "Rust threads", Kind.PEER, "Rust's standard library, a thread per file in flight.");
  static final Contender SYSTEM_CALLS =
      new Contender(
          "system calls",
          Kind.REFERENCE,
          "What a program in C would do: threads that do nothing but system calls.");
  static final Contender IO_URING =
      new Contender(
          "io_uring",
          Kind.REFERENCE,
          "One thread, on however many cores, and the kernel's own asynchronous file I/O, through "
              + "the foreign function API.");

  /** All techniques by the names that {@link Techniques#named} knows; the baseline is the first. */
  static final SequencedMap<String, Contender> TECHNIQUES = techniques();

  /** Those whose callers do not wait: what the goals are about. */
  static final List<Contender> ASYNCHRONOUS = List.of(POOL, LANES, VIRTUAL, FUTURES, VERTX);

  private static final int HEAP_MEBIBYTES = 512;
  private static final int REGION_MEBIBYTES = 4;

  /**
   * The heap of each technique is there from the start: the first touch of memory costs more than
   * the copy of a file into it, and whoever allocates would be measured while the heap grows.
   */
  static final List<String> HEAP =
      List.of(
          "-Xms" + HEAP_MEBIBYTES + "m",
          "-Xmx" + HEAP_MEBIBYTES + "m",
          "-XX:+AlwaysPreTouch",
          "-XX:+UseG1GC",
          "-XX:G1HeapRegionSize=" + REGION_MEBIBYTES + "m");

  /** What a reader of the numbers needs to know of the heaps. */
  static final String HEAP_NOTE =
      """
      The JVM of every technique has a heap of %d MiB from the start, all of it touched before, and \
      G1 with regions of %d MiB, as a heap of 8 GiB has by default: a file of 1 MiB is an ordinary \
      object there. (On the slowed disk, with small files and few operations, the heap is the \
      default.) With the default options, a short run would measure how the heap grows: on a \
      virtual machine the first touch of memory costs more than the copy into it.\
      """
          .formatted(HEAP_MEBIBYTES, REGION_MEBIBYTES);

  private static final Duration START = Duration.ofSeconds(30);
  private static final Case HELLO = Case.closed(4096, false, 1, Duration.ofMillis(1));

  /** Somebody who takes part. */
  record Member(Contender contender, Talker talker) {

    Reply measure(Case wanted) throws IOException, InterruptedException {
      Duration limit = wanted.longest().multipliedBy(4).plusSeconds(70);
      return Reply.parse(talker.ask(wanted.asLine(), limit));
    }
  }

  private final List<Member> members = new ArrayList<>();
  private final Path folder;

  private Field(Path folder) {
    this.folder = folder;
  }

  private static Contender technique(String name, String how) {
    return new Contender(name, Kind.TECHNIQUE, how);
  }

  private static SequencedMap<String, Contender> techniques() {
    SequencedMap<String, Contender> techniques = new LinkedHashMap<>();
    techniques.put("blocking", BLOCKING);
    techniques.put("pool", POOL);
    techniques.put("lanes", LANES);
    techniques.put("virtual", VIRTUAL);
    techniques.put("channels", FUTURES);
    techniques.put("vertx", VERTX);
    return Collections.unmodifiableSequencedMap(techniques);
  }

  /**
   * Starts the techniques and the references.
   *
   * @param inEarnest with the peers, and with the heap that a measurement needs
   */
  static Field onThisDisk(Path folder, boolean inEarnest, Notebook notebook)
      throws IOException, InterruptedException {
    Field field = new Field(folder);
    try {
      field.techniques(inEarnest ? HEAP : List.of(), List.of());
      field.java(SYSTEM_CALLS, "system-calls", List.of(), List.of()); // they use no heap
      field.java(IO_URING, "io_uring", List.of(), List.of());
      if (inEarnest) {
        field.peers(notebook);
      }
      field.withoutThoseThatRefuse(notebook);
      return field;
    } catch (IOException | InterruptedException | RuntimeException e) {
      field.close();
      throw e;
    }
  }

  /** Starts the techniques, each on a watched disk that takes {@code latency} for each step. */
  static Field onSlowedDisk(Path folder, Duration latency) throws IOException {
    Field field = new Field(folder);
    try {
      field.techniques(List.of(), List.of(String.valueOf(latency.toNanos() / 1000)));
      return field;
    } catch (IOException | RuntimeException e) {
      field.close();
      throw e;
    }
  }

  List<Member> members() {
    return List.copyOf(members);
  }

  private void techniques(List<String> heap, List<String> more) throws IOException {
    for (Map.Entry<String, Contender> technique : TECHNIQUES.entrySet()) {
      java(technique.getValue(), technique.getKey(), heap, more);
    }
  }

  private void java(Contender contender, String name, List<String> heap, List<String> slowed)
      throws IOException {
    start(contender, command(name, folder, heap, slowed));
  }

  /** Returns what starts a Java contender. */
  static List<String> command(String name, Path folder, List<String> heap, List<String> slowed) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(heap);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow"); // Netty's; else a warning each time
    if (!slowed.isEmpty()) {
      command.add(Disk.OPTION);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Worker.class.getName(), name, folder.toString()));
    command.addAll(slowed);
    return List.copyOf(command);
  }

  private void peers(Notebook notebook) throws IOException, InterruptedException {
    RustPeers rust = new RustPeers(notebook);
    Map<String, Path> built = rust.build(List.of("threads", "tokio"));
    Path threads = built.get("threads");
    if (threads != null) {
      start(RUST, List.of(threads.toString(), folder.toString()));
    }
    Path tokio = built.get("tokio");
    if (tokio != null) {
      String version = rust.tokio();
      Contender steps =
          new Contender(
              TOKIO,
              Kind.PEER,
              version + " as in its examples, untuned: an open file, each step awaited.");
      Contender whole =
          new Contender(
              TOKIO_WHOLE,
              Kind.PEER,
              version + ", untuned, whole files handed to its blocking pool.");
      start(steps, List.of(tokio.toString(), folder.toString(), "steps"));
      start(whole, List.of(tokio.toString(), folder.toString(), "whole"));
    }
  }

  private void start(Contender contender, List<String> command) throws IOException {
    Talker talker = Talker.start(contender.name(), Root.path(), command);
    members.add(new Member(contender, talker));
  }

  /** Asks all whether they can do it at all; the kernel may refuse io_uring, for one. */
  private void withoutThoseThatRefuse(Notebook notebook) throws IOException, InterruptedException {
    for (Member member : members()) {
      String answer = member.talker().ask(HELLO.asLine(), START);
      if (answer.startsWith(Worker.REFUSED)) {
        notebook.absent(
            new Absent(
                member.contender().name(),
                answer.substring(Worker.REFUSED.length()),
                "Nothing to do if the system forbids it; it is only a reference."));
        members.remove(member);
        member.talker().close();
      }
    }
  }

  @Override
  public void close() {
    members.forEach(member -> member.talker().close());
  }
}
