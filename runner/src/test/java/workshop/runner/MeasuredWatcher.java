package workshop.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A {@code ./workshop watch} that {@link LoopBenchmark} measures, and what it prints. */
final class MeasuredWatcher {

  private static final Pattern TEST_MILLIS =
      Pattern.compile("\"status\":\"\\w+\",\"millis\":(\\d+)");

  final Process process;
  final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  final long start = System.nanoTime();
  long testsMillis;
  boolean passed;

  MeasuredWatcher(Path root, List<String> command) throws IOException {
    process = new ProcessBuilder(command).directory(root.toFile()).start();
    Thread listening = new Thread(this::listen);
    listening.setDaemon(true);
    listening.start();
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
      }
    } catch (IOException ended) {
      // The end of the measurement.
    }
  }

  long awaitVerdict(String id) throws InterruptedException {
    return awaitVerdict(id, start);
  }

  long awaitVerdict(String id, long since) throws InterruptedException {
    while (true) {
      String line = said.poll(2, TimeUnit.MINUTES);
      if (line == null) {
        throw new IllegalStateException("no verdict on " + id + " within two minutes");
      }
      if (LoopBenchmark.field(line, "event").equals("verdict")
          && LoopBenchmark.field(line, "id").equals(id)) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
        testsMillis = testsAlone(line);
        passed = LoopBenchmark.field(line, "state").equals("passed");
        return millis;
      }
    }
  }

  private long testsAlone(String line) {
    Matcher matcher = TEST_MILLIS.matcher(line);
    long sum = 0;
    while (matcher.find()) {
      sum += Long.parseLong(matcher.group(1));
    }
    return sum;
  }

  private Stream<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  String residentMebibytes() {
    long kibibytes = 0;
    for (ProcessHandle handle : processes().toList()) {
      try {
        for (String line : Files.readAllLines(Path.of("/proc/" + handle.pid() + "/status"))) {
          kibibytes += line.startsWith("VmRSS:") ? Long.parseLong(line.replaceAll("\\D", "")) : 0;
        }
      } catch (IOException notLinux) {
        return "unknown";
      }
    }
    return Long.toString(kibibytes / 1024);
  }

  long processorMillis() {
    return processes()
        .mapToLong(h -> h.info().totalCpuDuration().map(d -> d.toMillis()).orElse(0L))
        .sum();
  }

  void end() throws InterruptedException {
    processes().forEach(ProcessHandle::destroy);
    process.waitFor(10, TimeUnit.SECONDS);
  }
}
