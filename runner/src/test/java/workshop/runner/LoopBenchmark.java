package workshop.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

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
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the learner's loop from outside: writes a file, waits for the line with the verdict.
 *
 * <p>Run it in a checkout, with JDK 25: {@code java
 * runner/src/test/java/workshop/runner/LoopBenchmark.java [SAVES] [PAUSE_MILLIS] [no-maven]
 * [only=ID]}. It works on a copy of the checkout in a temporary folder, builds the copy if
 * necessary, and prints each row of a Markdown table as soon as it is measured.
 *
 * <p>It does not count suites that <em>wait by design</em>. For them, even a right answer has to
 * let time pass: the suite checks that something does not happen, a deadline must pass, or another
 * JVM must start. The line {@code waits} of an exercise's page declares this, regardless of the
 * measured time.
 *
 * <p>It does not count failures either: a solution that was rejected, or a build that did not end.
 * They are shown as {@code failed}.
 */
final class LoopBenchmark {

  private static final String COLUMNS =
      """

      | exercise | p50 | p95 | after a jump | tests alone | mvn -q -o test | ratio |
      | --- | --- | --- | --- | --- | --- | --- |
      """;

  private static final Pattern FIELD =
      Pattern.compile("\"(event|id|file|state|suite)\":\"([^\"]*)\"");
  private static final Set<String> NOT_COPIED = Set.of(".git", ".workshop", "surefire-reports");

  /** The result of a command. {@code out} includes its error messages. */
  private record Ended(int exitCode, String out, long millis) {}

  /**
   * The measurements of one exercise, in milliseconds.
   *
   * @param waitsFor what its suite waits for by design; empty if it does not wait
   * @param passed whether each verdict said that it is solved
   * @param maven 0 if it was not measured, negative if it failed
   */
  private record Row(
      String id,
      String waitsFor,
      boolean passed,
      long afterJump,
      long[] saves,
      long testsAlone,
      long maven) {

    boolean counts() {
      return waitsFor.isEmpty() && passed;
    }

    boolean isCompared() {
      return maven > 0 && passed;
    }

    @Override
    public String toString() {
      String loop =
          passed
              ? "%d | %d | %d | %d"
                  .formatted(percentile(saves, 50), percentile(saves, 95), afterJump, testsAlone)
              : "failed | - | - | -";
      String other =
          isCompared()
              ? maven + " | " + maven / Math.max(1, percentile(saves, 50)) + "×"
              : (maven < 0 ? "failed" : "-") + " | -";
      return "| %s%s | %s | %s |".formatted(id, waitsFor.isEmpty() ? "" : " (waits)", loop, other);
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
    succeed(command("list")); // builds, if the copy is not quite up to date
    System.out.println("Machine: " + machine());
    System.out.println("JDK: " + jdk());
    System.out.println("Load before: " + load());
    System.out.printf("%n| command | median of 9, ms |%n| --- | --- |%n");
    System.out.printf("| `./workshop list` | %d |%n", median(times(9, command("list"))));
    System.out.printf(
        "| `./workshop run 01-0` | %d |%n%n", median(times(9, command("run", "01-0"))));
    // As if a learner came back to an exercise that is not solved yet.
    String second = listed().get(1);
    Path edited = root.resolve(field(second, "file"));
    String starter = Files.readString(edited);
    Files.writeString(edited, starter + "// edited\n");
    MeasuredWatcher watcher = new MeasuredWatcher(root, command("watch", "--json"));
    try {
      long first = watcher.awaitVerdict(field(second, "id"));
      Files.writeString(edited, starter);
      System.out.println("First verdict after start: " + first + " ms");
      Thread.sleep(pauseMillis);
      List<Row> rows = rows(watcher);
      showIdle(watcher);
      summarize(rows);
    } finally {
      watcher.end();
    }
    System.out.println("Load after: " + load());
  }

  private List<Row> rows(MeasuredWatcher watcher) throws Exception {
    System.out.print(COLUMNS);
    List<Row> rows = new ArrayList<>();
    for (String line : listed()) {
      if (field(line, "id").startsWith(only)) {
        Row row = measure(watcher, field(line, "id"), field(line, "file"));
        rows.add(row);
        System.out.println(row);
      }
    }
    return rows;
  }

  private static void showIdle(MeasuredWatcher watcher) throws InterruptedException {
    Thread.sleep(5000);
    System.out.printf(
        "%nResident memory of watcher and spare: %s MiB%n", watcher.residentMebibytes());
    long before = watcher.processorMillis();
    Thread.sleep(10_000);
    System.out.printf(
        Locale.ROOT,
        "Processor time while idle: %.1f%% of one core%n%n",
        (watcher.processorMillis() - before) / 100.0);
  }

  private Row measure(MeasuredWatcher watcher, String id, String file) throws Exception {
    Path path = root.resolve(file);
    String solution = Files.readString(root.resolve("solutions").resolve(file));
    long afterJump = save(watcher, id, path, solution + "// jump\n");
    boolean passed = watcher.passed;
    long[] times = new long[saves];
    long[] alone = new long[saves];
    for (int i = 0; i < saves; i++) {
      Thread.sleep(pauseMillis);
      times[i] = save(watcher, id, path, solution + "// save " + i + "\n");
      alone[i] = watcher.testsMillis;
      passed &= watcher.passed;
    }
    long maven = withMaven ? maven(id, path) : 0;
    // The file stays solved: a later exercise may use it.
    Thread.sleep(pauseMillis);
    String waitsFor = declared(id, path, "waits");
    return new Row(id, waitsFor, passed, afterJump, times, median(alone), maven);
  }

  private static long save(MeasuredWatcher watcher, String id, Path file, String text)
      throws Exception {
    watcher.said.clear();
    long start = System.nanoTime();
    Files.writeString(file, text);
    return watcher.awaitVerdict(id, start);
  }

  /**
   * Runs the same exercise once with Maven, without the workshop's command.
   *
   * @return how many milliseconds the build takes, or -1 if it fails
   */
  private long maven(String id, Path file) throws Exception {
    List<String> build =
        List.of(
            "mvn",
            "-q",
            "-o",
            "-pl",
            moduleOf(file),
            "-am",
            "test",
            "-Dtest=" + declared(id, file, "suite"),
            "-Dsurefire.failIfNoSpecifiedTests=false");
    Ended ended = run(build);
    if (ended.exitCode() != 0) {
      System.err.println("Maven fails on " + id + ", so it is not compared:\n" + ended.out());
      return -1;
    }
    return ended.millis();
  }

  private String moduleOf(Path file) {
    return root.relativize(file).getName(0).toString();
  }

  /** Returns a value from the front matter of an exercise's page; empty if it is not there. */
  private String declared(String id, Path file, String key) throws IOException {
    Path page = root.resolve(moduleOf(file) + "/exercises/" + id + ".md");
    try (Stream<String> lines = Files.lines(page)) {
      return lines
          .skip(1)
          .takeWhile(line -> !line.equals("---"))
          .filter(line -> line.startsWith(key + ":"))
          .map(line -> line.substring(key.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private void summarize(List<Row> rows) {
    for (Row row : rows) {
      if (!row.waitsFor().isEmpty()) {
        System.out.println(row.id() + " waits by design: " + row.waitsFor());
      }
    }
    long[] all =
        rows.stream()
            .filter(Row::counts)
            .flatMapToLong(row -> Arrays.stream(row.saves()))
            .toArray();
    System.out.printf(
        "%nSave to verdict over all exercises whose suites do not wait by design:%n"
            + "p50 %d ms (goal 150), p95 %d ms (goal 400), %d saves%n",
        percentile(all, 50), percentile(all, 95), all.length);
    List<Row> compared = rows.stream().filter(Row::isCompared).toList();
    if (!compared.isEmpty()) {
      long[] maven = compared.stream().mapToLong(Row::maven).toArray();
      long[] ours = compared.stream().mapToLong(row -> percentile(row.saves(), 50)).toArray();
      System.out.printf(
          Locale.ROOT,
          "mvn -q -o test of the same exercise: median %d ms, against %d ms: ratio %.0f%n",
          median(maven),
          median(ours),
          (double) median(maven) / Math.max(1, median(ours)));
    }
  }

  private List<String> listed() throws Exception {
    String json = succeed(command("list", "--json")).out();
    return Stream.of(json.split("\\},\\{")).toList();
  }

  static String field(String json, String name) {
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
      times[i] = succeed(command).millis();
    }
    return times;
  }

  private Ended succeed(List<String> command) throws IOException, InterruptedException {
    Ended ended = run(command);
    if (ended.exitCode() != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " ended with " + ended.exitCode() + ":\n" + ended.out());
    }
    return ended;
  }

  private Ended run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exitCode = process.waitFor();
    return new Ended(exitCode, out, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
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

  /** Returns the JDK that the command runs on, which may differ from the one that runs this. */
  private String jdk() throws IOException, InterruptedException {
    Matcher found =
        Pattern.compile("\"subject\":\"Java\",\"health\":\"\\w+\",\"found\":\"([^\"]*)\"")
            .matcher(run(command("doctor", "--json")).out());
    return found.find() ? found.group(1) : "unknown";
  }

  /** Returns how busy the machine is, because other work slows the measurement. */
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
