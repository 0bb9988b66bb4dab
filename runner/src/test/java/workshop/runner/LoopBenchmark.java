package workshop.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the learner's loop from outside: writes a file, waits for the line with the verdict.
 *
 * <p>In a checkout, with a JDK 17 or later: {@code java
 * runner/src/test/java/workshop/runner/LoopBenchmark.java [SAVES] [PAUSE_MILLIS] [no-maven]
 * [only=ID]}. Works on a copy of the checkout, in a temporary folder, which it builds if need be,
 * and prints Markdown.
 */
final class LoopBenchmark {

  /** A suite whose own tests take longer waits by design; its verdicts do not measure the loop. */
  private static final long WAITING_MILLIS = 100;

  private static final Pattern FIELD =
      Pattern.compile("\"(event|id|file|state|suite)\":\"([^\"]*)\"");
  private static final Pattern TEST_MILLIS =
      Pattern.compile("\"status\":\"\\w+\",\"millis\":(\\d+)");
  private static final Set<String> NOT_COPIED = Set.of(".git", ".workshop", "surefire-reports");

  /** What was measured of one exercise, in milliseconds. */
  private record Row(String id, long afterJump, long[] saves, long testsAlone, long maven) {
    boolean waits() {
      return testsAlone > WAITING_MILLIS;
    }
  }

  private final Path root;
  private final int saves;
  private final long pauseMillis;
  private final boolean withMaven;
  private final String only;

  private LoopBenchmark(Path root, int saves, long pauseMillis, boolean withMaven, String only) {
    this.root = root;
    this.only = only;
    this.saves = saves;
    this.pauseMillis = pauseMillis;
    this.withMaven = withMaven;
  }

  public static void main(String[] args) throws Exception {
    List<String> words = new ArrayList<>(List.of(args));
    boolean withMaven = !words.remove("no-maven");
    String only =
        words.stream().filter(w -> w.startsWith("only=")).findFirst().orElse("only=").substring(5);
    words.removeIf(w -> w.startsWith("only="));
    int saves = words.isEmpty() ? 10 : Integer.parseInt(words.get(0));
    long pause = words.size() < 2 ? 2000 : Long.parseLong(words.get(1));
    Path copy = Files.createTempDirectory("loop-benchmark");
    try {
      copy(Path.of("").toAbsolutePath(), copy);
      new LoopBenchmark(copy, saves, pause, withMaven, only).run();
    } finally {
      delete(copy);
    }
  }

  private void run() throws Exception {
    run(command("list")); // builds, if the copy is not quite up to date
    System.out.println("Machine: " + machine());
    System.out.println("JDK: " + jdk());
    System.out.println("Load before: " + load());
    System.out.printf("%n| command | median of 9, ms |%n| --- | --- |%n");
    System.out.printf("| `./workshop list` | %d |%n", median(times(9, command("list"))));
    System.out.printf(
        "| `./workshop run 01-0` | %d |%n%n", median(times(9, command("run", "01-0"))));
    List<Row> rows = new ArrayList<>();
    // Somebody comes back to an exercise that is not solved yet.
    String second = listed().get(1);
    Path edited = root.resolve(field(second, "file"));
    String starter = Files.readString(edited);
    Files.writeString(edited, starter + "// edited\n");
    Watcher watcher = new Watcher(command("watch", "--json"));
    long first = watcher.awaitVerdict(field(second, "id"));
    Files.writeString(edited, starter);
    System.out.println("First verdict after start: " + first + " ms");
    Thread.sleep(pauseMillis);
    for (String line : listed()) {
      if (field(line, "id").startsWith(only)) {
        rows.add(measure(watcher, field(line, "id"), field(line, "file")));
      }
    }
    Thread.sleep(5000);
    System.out.println(
        "Resident memory of watcher and spare: " + watcher.residentMebibytes() + " MiB");
    long before = watcher.processorMillis();
    Thread.sleep(10_000);
    System.out.printf(
        Locale.ROOT,
        "Processor time while idle: %.1f %% of one core%n%n",
        (watcher.processorMillis() - before) / 100.0);
    watcher.end();
    print(rows);
    System.out.println("Load after: " + load());
  }

  private Row measure(Watcher watcher, String id, String file) throws Exception {
    Path path = root.resolve(file);
    String solution = Files.readString(root.resolve("solutions").resolve(file));
    long afterJump = save(watcher, id, path, solution + "// jump\n");
    long[] times = new long[saves];
    long[] alone = new long[saves];
    for (int i = 0; i < saves; i++) {
      Thread.sleep(pauseMillis);
      times[i] = save(watcher, id, path, solution + "// save " + i + "\n");
      alone[i] = watcher.testsMillis;
    }
    long maven = withMaven ? maven(id, path) : 0;
    // The file stays solved: a later exercise may use it.
    Thread.sleep(pauseMillis);
    return new Row(id, afterJump, times, median(alone), maven);
  }

  private static long save(Watcher watcher, String id, Path file, String text) throws Exception {
    watcher.said.clear();
    long start = System.nanoTime();
    Files.writeString(file, text);
    return watcher.awaitVerdict(id, start);
  }

  /** The same exercise, once, the way one would without the workshop's command. */
  private long maven(String id, Path file) throws Exception {
    String module = root.relativize(file).getName(0).toString();
    String suite = "";
    for (String line : Files.readAllLines(root.resolve(module + "/exercises/" + id + ".md"))) {
      suite = line.startsWith("suite:") ? line.substring(6).strip() : suite;
    }
    List<String> command =
        List.of(
            "mvn",
            "-q",
            "-o",
            "-pl",
            module,
            "-am",
            "test",
            "-Dtest=" + suite,
            "-Dsurefire.failIfNoSpecifiedTests=false");
    return times(1, command)[0];
  }

  private void print(List<Row> rows) {
    System.out.println(
        "| exercise | p50 | p95 | after a jump | tests alone | mvn -q -o test | ratio |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    for (Row row : rows) {
      System.out.printf(
          "| %s%s | %d | %d | %d | %d | %s |%n",
          row.id(),
          row.waits() ? " (waits)" : "",
          percentile(row.saves(), 50),
          percentile(row.saves(), 95),
          row.afterJump(),
          row.testsAlone(),
          row.maven() == 0
              ? "- | -"
              : row.maven() + " | " + row.maven() / Math.max(1, percentile(row.saves(), 50)) + "×");
    }
    long[] all =
        rows.stream()
            .filter(row -> !row.waits())
            .flatMapToLong(row -> Arrays.stream(row.saves()))
            .toArray();
    System.out.printf(
        "%nSave to verdict over all exercises that do not wait by design (tests alone ≤ %d ms):%n"
            + "p50 %d ms (goal 150), p95 %d ms (goal 400), %d saves%n",
        WAITING_MILLIS, percentile(all, 50), percentile(all, 95), all.length);
    long[] maven = rows.stream().filter(r -> r.maven() > 0).mapToLong(Row::maven).toArray();
    if (maven.length > 0) {
      long[] ours = rows.stream().mapToLong(row -> percentile(row.saves(), 50)).toArray();
      System.out.printf(
          Locale.ROOT,
          "mvn -q -o test of the same exercise: median %d ms, against %d ms: ratio %.0f%n",
          median(maven),
          median(ours),
          (double) median(maven) / Math.max(1, median(ours)));
    }
  }

  /** The watcher, and what it says. */
  private final class Watcher {

    final Process process;
    final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    final long start = System.nanoTime();
    long testsMillis;

    Watcher(List<String> command) throws IOException {
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
        if (field(line, "event").equals("verdict") && field(line, "id").equals(id)) {
          long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
          testsMillis = testsAlone(line);
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

  private List<String> listed() throws Exception {
    String json = run(command("list", "--json"));
    return Stream.of(json.split("\\},\\{")).toList();
  }

  private static String field(String json, String name) {
    Matcher matcher = FIELD.matcher(json);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return matcher.group(2);
      }
    }
    return "";
  }

  private List<String> command(String... words) {
    return Stream.concat(Stream.of(root.resolve("workshop").toString()), Stream.of(words)).toList();
  }

  private long[] times(int count, List<String> command) throws Exception {
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      run(command);
      times[i] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
    return times;
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return out;
  }

  private static long median(long[] values) {
    return percentile(values, 50);
  }

  private static long percentile(long[] values, int percent) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)];
  }

  private static String machine() throws IOException {
    String model = System.getProperty("os.arch");
    Path info = Path.of("/proc/cpuinfo");
    if (Files.exists(info)) {
      for (String line : Files.readAllLines(info)) {
        model =
            line.startsWith("model name") ? line.substring(line.indexOf(':') + 1).strip() : model;
      }
    }
    return "%s, %d cores, %s %s"
        .formatted(
            model,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"));
  }

  /** The one that the command runs on, which need not be the one that runs this. */
  private String jdk() throws IOException, InterruptedException {
    Matcher found =
        Pattern.compile("\"subject\":\"Java\",\"health\":\"\\w+\",\"found\":\"([^\"]*)\"")
            .matcher(run(command("doctor", "--json")));
    return found.find() ? found.group(1) : "unknown";
  }

  /** A machine that has other work measures that as well; the reader should know. */
  private static String load() throws IOException {
    Path load = Path.of("/proc/loadavg");
    return Files.exists(load) ? Files.readString(load).strip() : "unknown";
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_COPIED.contains(String.valueOf(folder.getFileName()))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!NOT_COPIED.contains(file.getFileName().toString())) {
              Files.copy(file, to.resolve(from.relativize(file).toString()), COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
