package workshop.comparison.result;

import static workshop.comparison.result.Contender.Kind.LIMIT;
import static workshop.comparison.result.Contender.Kind.PEER;
import static workshop.comparison.result.Contender.Kind.REFERENCE;
import static workshop.comparison.result.Contender.Kind.TECHNIQUE;

/**
 * A program or technique that is measured: its name, and how it does the work. Results refer to
 * these constants by name.
 */
public enum Contender {
  // Many files, and one file.
  IN_TURN("one at a time", TECHNIQUE, "One thread, blocking calls, one file after the other."),
  POOL(
      "bounded pool",
      TECHNIQUE,
      "Blocking calls on platform threads: one thread per core for the page cache, 64 threads "
          + "for the disk."),
  FILES_POOL(
      "Files on a pool",
      TECHNIQUE,
      "Files.write and Files.readAllBytes on the same pool, as most people write it."),
  VIRTUAL(
      "virtual threads",
      TECHNIQUE,
      "Blocking calls on one virtual thread per file, with default options."),
  VIRTUAL_64(
      "virtual threads, 64 carriers",
      TECHNIQUE,
      "Virtual threads with -Djdk.virtualThreadScheduler.parallelism=64, calling Files.write and"
          + " Files.readAllBytes."),
  FUTURES(
      "AsynchronousFileChannel",
      TECHNIQUE,
      "A CompletableFuture per step, on an executor of the bounded pool's size."),
  VERTX(
      "Vert.x",
      TECHNIQUE,
      "AsyncFile to write (opened with SYNC if durable) and readFile to read, from one event loop"
          + " per core; 64 workers."),
  SYSTEM_CALLS(
      "system calls",
      REFERENCE,
      "Threads that make only system calls, called from Java, as a C program would."),
  IO_URING(
      "io_uring",
      REFERENCE,
      "One thread and the kernel's asynchronous file I/O, called from Java without a library."),
  RUST_THREADS("Rust threads", PEER, "Rust's standard library, one thread per file in flight."),
  TOKIO_STEPS(
      "Tokio, step by step",
      PEER,
      "Opens the file and awaits every step, with default options.",
      "Tokio"),
  TOKIO_WHOLE(
      "Tokio, whole files",
      PEER,
      "Each whole file is one task of Tokio's blocking pool: the tuned variant.",
      "Tokio"),
  FIO(
      "fio",
      REFERENCE,
      "64 threads that write and fsync a file that stays open. This is less work, because nothing "
          + "is opened or read.",
      "fio"),

  // File server.
  BLOCKED_LOOP(
      "blocking on the loop", TECHNIQUE, "Vert.x with Files.readAllBytes on the event loop."),
  SERVER_POOL(
      "pool behind the loop",
      TECHNIQUE,
      "Vert.x with Files.readAllBytes on its pool of 20 threads, through executeBlocking."),
  SERVER_VIRTUAL(
      "virtual threads",
      TECHNIQUE,
      "Vert.x with a virtual thread per request, which calls Files.readAllBytes."),
  FILE_SERVER(
      "asynchronous server",
      TECHNIQUE,
      "The solution of module 04: Vert.x with its asynchronous file system."),
  SEND_FILE(
      "sendFile",
      TECHNIQUE,
      "Vert.x opens the file on the loop, and the kernel copies it (transferTo)."),
  NGINX("nginx", PEER, "2 worker processes with an event loop and sendfile.", "nginx"),

  // Config tool.
  PLAIN("plain call", TECHNIQUE, "Files.readString on the main thread."),
  PLAIN_AOT("plain call, AOT cache", TECHNIQUE, "The plain call, in a JVM with -XX:AOTCache."),
  TOOL_VIRTUAL("one virtual thread", TECHNIQUE, "Files.readString on a virtual thread."),
  TOOL_FUTURE("CompletableFuture", TECHNIQUE, "supplyAsync on a pool, which is closed again."),
  TOOL_VERTX("Vert.x", TECHNIQUE, "Starts Vert.x, reads with its file system, and closes Vert.x."),
  TOOL_VERTX_AOT(
      "Vert.x, AOT cache", TECHNIQUE, "The same steps with Vert.x, in a JVM with -XX:AOTCache."),
  TOOL_NOTHING("reads nothing", LIMIT, "A JVM that prints a number and ends."),

  // Huge file.
  SEQUENTIAL("one thread", TECHNIQUE, "Reads a chunk, computes, and then reads the next chunk."),
  READ_AHEAD(
      "asynchronous reads",
      TECHNIQUE,
      "AsynchronousFileChannel reads the next chunk while one thread computes."),
  PARALLEL(
      "a thread per core",
      TECHNIQUE,
      "On each core, a thread reads its part of the file, blocking, and computes."),
  MAPPED(
      "a thread per core, mapped",
      TECHNIQUE,
      "On each core, a thread maps its part of the " + "file (FileChannel.map) and computes."),
  PIPELINE(
      "read-ahead pipeline",
      TECHNIQUE,
      "ReadAheadPipeline of module 03: one thread reads ahead, and all cores compute."),
  READING_ONLY("reading alone", LIMIT, "Reads the file and computes nothing."),

  // Downloads.
  DOWNLOAD_IN_TURN(
      "one at a time", TECHNIQUE, "Asks for a file when the previous file is complete."),
  DOWNLOAD_POOL_16("pool of 16 threads", TECHNIQUE, "Each thread blocks for one file at a time."),
  DOWNLOAD_POOL_100("pool of 100 threads", TECHNIQUE, "One blocking platform thread per file."),
  DOWNLOAD_VIRTUAL("virtual threads", TECHNIQUE, "One blocking virtual thread per file."),
  HTTP_CLIENT("HttpClient.sendAsync", TECHNIQUE, "All requests at once, as in exercise 05-2."),
  DOWNLOADER(
      "whole downloader",
      TECHNIQUE,
      "sendAsync with retries, deadlines and atomic moves, as in exercise 05-7."),
  DOWNLOAD_VERTX(
      "Vert.x", TECHNIQUE, "An event loop pipes every reply into its file, as in exercise 05-6."),
  CURL("curl --parallel", PEER, "One process, one thread, all transfers at once.", "curl"),
  FLOOR(
      "lower limit", LIMIT, "One wait of 50 ms, plus the time to get the same bytes in one reply.");

  /** The role of a contender. */
  public enum Kind {
    /** A way to write the program that the workshop teaches or that developers often try. */
    TECHNIQUE,
    /** Another program that does the same work. */
    PEER,
    /** The work under other rules, or a part of it: a number for orientation. */
    REFERENCE,
    /** The best result that the hardware or the arithmetic allows. */
    LIMIT
  }

  private final String label;
  private final Kind kind;
  private final String how;
  private final String program;

  Contender(String label, Kind kind, String how) {
    this(label, kind, how, "");
  }

  Contender(String label, Kind kind, String how, String program) {
    this.label = label;
    this.kind = kind;
    this.how = how;
    this.program = program;
  }

  public Kind kind() {
    return kind;
  }

  public String how() {
    return how;
  }

  public String label() {
    return label;
  }

  /** The name, with the version of the program if it matters: "nginx 1.22.1". */
  public String label(Machine machine) {
    String version = machine.versions().getOrDefault(program, "");
    if (version.isEmpty()) {
      return label;
    }
    return label.replaceFirst(program, program + " " + version + year(program, version));
  }

  /** Tokio's version is shown with its year, because file I/O changed in 1.25 and again in 1.48. */
  private static String year(String program, String version) {
    String[] parts = version.split("\\.", -1);
    if (!program.equals("Tokio") || parts.length < 2 || !parts[1].matches("\\d{1,3}")) {
      return "";
    }
    int minor = Integer.parseInt(parts[1]);
    if (minor < 24 || minor > 48) {
      return "";
    }
    return minor <= 35 ? " (2023)" : minor <= 42 ? " (2024)" : " (2025)";
  }
}
