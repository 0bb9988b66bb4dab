package workshop.comparison.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workshop.comparison.result.Machine;

/** Finds out the facts about this machine, and the versions of the programs on it. */
public final class MachineFacts {

  private static final Duration QUICK = Duration.ofSeconds(5);
  private static final Pattern VERSION = Pattern.compile("\\d+\\.[\\d.]*\\d");

  private static final List<String> PROGRAMS = List.of("nginx", "wrk", "curl", "fio", "cargo");

  private MachineFacts() {}

  /**
   * Returns the facts. Starts a few programs to ask for their versions, and blocks until they have
   * answered.
   *
   * @param work where the measured files were
   */
  public static Machine of(Path work) {
    Map<String, String> versions = new TreeMap<>();
    ofJar("io.vertx.core.Vertx", "vertx-core").ifPresent(v -> versions.put("Vert.x", v));
    ofJar("org.openjdk.jmh.annotations.Benchmark", "jmh-core")
        .ifPresent(v -> versions.put("JMH", v));
    tokio().ifPresent(v -> versions.put("Tokio", v));
    PROGRAMS.forEach(name -> ofProgram(name).ifPresent(v -> versions.put(name, v)));
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        processor(),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
        fileSystem(work),
        versions);
  }

  /** The version that cargo recorded when it built the peer. */
  private static Optional<String> tokio() {
    try {
      List<String> lock =
          Files.readAllLines(WorkshopFolder.target("peers").resolve("source/tokio/Cargo.lock"));
      int name = lock.indexOf("name = \"tokio\"");
      return Optional.of(lock.get(name + 1).replaceAll("[^0-9.]", "")).filter(_ -> name >= 0);
    } catch (IOException notBuilt) {
      return Optional.empty();
    }
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name") || line.startsWith("Model"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException notLinux) {
      return System.getProperty("os.arch");
    }
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean known
        ? known.getTotalMemorySize()
        : 0;
  }

  private static String fileSystem(Path work) {
    Path there = work;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      FileStore store = Files.getFileStore(there);
      return store.type() + " on " + store.name() + kindOfDevice(store.name());
    } catch (IOException e) {
      return "unknown: " + e.getMessage();
    }
  }

  /** Returns what Linux knows about the block device: whether it is virtual, and its cache. */
  private static String kindOfDevice(String device) {
    String name = device.substring(device.lastIndexOf('/') + 1);
    Path queue = Path.of("/sys/class/block", name, "queue");
    if (!Files.isDirectory(queue)) {
      queue = Path.of("/sys/class/block", name).resolve("../queue"); // of a partition's disk
    }
    Optional<String> cache = line(queue.resolve("write_cache"));
    return (name.startsWith("vd") ? ", a virtual disk (virtio)" : "")
        + cache.map(kind -> ", device cache: " + kind).orElse("");
  }

  private static Optional<String> line(Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  private static Optional<String> ofJar(String type, String artifact) {
    try {
      var source = Class.forName(type).getProtectionDomain().getCodeSource();
      Matcher version = VERSION.matcher(source.getLocation().getPath());
      return source.getLocation().getPath().contains(artifact)
          ? version.results().reduce((_, last) -> last).map(found -> found.group())
          : Optional.empty();
    } catch (ClassNotFoundException notOnThisClassPath) {
      return Optional.empty();
    }
  }

  private static Optional<String> ofProgram(String name) {
    Optional<Path> program = Programs.find(name);
    if (program.isEmpty()) {
      return Optional.empty();
    }
    try {
      String option = name.equals("nginx") || name.equals("wrk") ? "-v" : "--version";
      var said = Programs.run(QUICK, List.of(program.get().toString(), option));
      Matcher version = VERSION.matcher(said.out() + said.err());
      return version.find() ? Optional.of(version.group()) : Optional.empty();
    } catch (IOException e) {
      return Optional.of("unknown: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
