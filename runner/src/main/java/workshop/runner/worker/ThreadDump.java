package workshop.runner.worker;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import workshop.runner.core.Frame;
import workshop.runner.core.ThreadSnapshot;

/** Takes a picture of all threads of this JVM, virtual ones included. */
final class ThreadDump {

  private ThreadDump() {}

  /** Returns all threads but the calling one; none if the JVM is in no state to tell. */
  static List<ThreadSnapshot> take() {
    try {
      Path folder = Files.createTempDirectory("threads");
      Path file = folder.resolve("dump.json");
      try {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
        return read(file);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException | RuntimeException unable) {
      return List.of();
    }
  }

  private static List<ThreadSnapshot> read(Path file) throws IOException {
    Set<String> deadlocked = deadlocked();
    List<ThreadSnapshot> threads = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      JsonObject dump = JsonParser.parseReader(reader).getAsJsonObject();
      for (JsonElement container :
          dump.getAsJsonObject("threadDump").getAsJsonArray("threadContainers")) {
        for (JsonElement thread : container.getAsJsonObject().getAsJsonArray("threads")) {
          threads.add(snapshot(thread.getAsJsonObject(), deadlocked));
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

  private static ThreadSnapshot snapshot(JsonObject thread, Set<String> deadlocked) {
    List<Frame> frames = new ArrayList<>();
    for (JsonElement line : thread.getAsJsonArray("stack")) {
      Frame.parse(line.getAsString()).ifPresent(frames::add);
    }
    return new ThreadSnapshot(
        thread.get("name").getAsString(),
        thread.has("virtual"),
        thread.get("state").getAsString(),
        deadlocked.contains(thread.get("tid").getAsString()),
        frames);
  }
}
