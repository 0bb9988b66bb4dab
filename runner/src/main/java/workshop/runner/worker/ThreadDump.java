package workshop.runner.worker;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import workshop.runner.core.Frame;
import workshop.runner.core.ThreadSnapshot;

/** Takes a picture of all threads of this JVM, virtual ones included. */
final class ThreadDump {

  /** So long a thread that runs may wait for a processor on a machine that is busy. */
  private static final long LOOK_MILLIS = 500;

  private ThreadDump() {}

  /** Returns all threads but the calling one; none if the JVM is in no state to tell. */
  static List<ThreadSnapshot> take() {
    Set<String> moving = moving();
    try {
      Path folder = Files.createTempDirectory("threads");
      Path file = folder.resolve("dump.json");
      try {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
        return read(file, moving);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException | RuntimeException unable) {
      return List.of();
    }
  }

  /**
   * Returns the platform threads but the calling one, as soon as can be and with little memory: for
   * a JVM that has hardly any left, and whose other threads take what there is.
   */
  static List<ThreadSnapshot> takeQuickly() {
    List<ThreadSnapshot> threads = new ArrayList<>();
    Thread.getAllStackTraces()
        .forEach((thread, stack) -> {
          if (thread != Thread.currentThread()) {
            List<Frame> frames =
                Stream.of(stack).flatMap(e -> Frame.parse(e.toString()).stream()).toList();
            threads.add(
                new ThreadSnapshot(
                    thread.getName(), false, thread.getState().name(), false, true, frames));
          }
        });
    return threads;
  }

  /**
   * Returns the ids of the threads that use a processor, as opposed to those that only look as if
   * they ran, because they wait for the operating system. What a virtual thread uses is its
   * carrier's; they are all taken to move.
   */
  private static Set<String> moving() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    if (!threads.isThreadCpuTimeSupported()) {
      return Set.of();
    }
    Map<Long, Long> before = new HashMap<>();
    for (long id : threads.getAllThreadIds()) {
      before.put(id, threads.getThreadCpuTime(id));
    }
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return before.entrySet().stream()
        .filter(e -> threads.getThreadCpuTime(e.getKey()) > e.getValue())
        .map(e -> e.getKey().toString())
        .collect(Collectors.toSet());
  }

  private static List<ThreadSnapshot> read(Path file, Set<String> moving) throws IOException {
    Set<String> deadlocked = deadlocked();
    List<ThreadSnapshot> threads = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      JsonObject dump = JsonParser.parseReader(reader).getAsJsonObject();
      for (JsonElement container :
          dump.getAsJsonObject("threadDump").getAsJsonArray("threadContainers")) {
        for (JsonElement thread : container.getAsJsonObject().getAsJsonArray("threads")) {
          threads.add(snapshot(thread.getAsJsonObject(), deadlocked, moving));
        }
      }
    }
    threads.removeIf(t -> t.name().equals(Thread.currentThread().getName()));
    return threads;
  }

  /** Returns the ids of the platform threads that wait for each other in a circle. */
  private static Set<String> deadlocked() {
    long[] ids = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
    return ids == null
        ? Set.of()
        : LongStream.of(ids).mapToObj(Long::toString).collect(Collectors.toSet());
  }

  private static ThreadSnapshot snapshot(
      JsonObject thread, Set<String> deadlocked, Set<String> moving) {
    String id = thread.get("tid").getAsString();
    List<Frame> frames = new ArrayList<>();
    for (JsonElement line : thread.getAsJsonArray("stack")) {
      Frame.parse(line.getAsString()).ifPresent(frames::add);
    }
    return new ThreadSnapshot(
        thread.get("name").getAsString(),
        thread.has("virtual"),
        thread.get("state").getAsString(),
        deadlocked.contains(id),
        thread.has("virtual") || moving.contains(id),
        frames);
  }
}
