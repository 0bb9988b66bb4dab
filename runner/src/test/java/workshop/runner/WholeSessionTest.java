package workshop.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The real program in a pseudo-terminal, through a whole session. */
@Execution(ExecutionMode.CONCURRENT)
class WholeSessionTest {

  private static final int COLUMNS = 90;
  private static final int ROWS = 30;
  private static final long TIMEOUT_SECONDS = 60;
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  private final VirtualScreen screen = new VirtualScreen(COLUMNS, ROWS);
  private FixtureCourse course;
  private Process terminal;

  @BeforeEach
  void open_a_terminal(@TempDir Path folder) throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux") && Files.isExecutable(SCRIPT),
        "needs script(1) of util-linux for a pseudo-terminal");
    course = FixtureCourse.in(folder.resolve("with a blank"));
    course.passed("01-0");
    String command =
        FixtureMain.command(course, true).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    String sized = "stty cols " + COLUMNS + " rows " + ROWS + " && exec " + command;
    ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "-qefc", sized, "/dev/null");
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("SHELL", "/bin/sh");
    terminal = builder.redirectErrorStream(true).start();
    Thread drawing = new Thread(this::draw, "drawing");
    drawing.setDaemon(true);
    drawing.start();
  }

  private void draw() {
    char[] chars = new char[4096];
    try (Reader reader = new InputStreamReader(terminal.getInputStream(), UTF_8)) {
      for (int count = reader.read(chars); count >= 0; count = reader.read(chars)) {
        screen.write(new String(chars, 0, count));
      }
    } catch (IOException closed) {
      // The end of the terminal.
    }
  }

  @AfterEach
  void close_the_terminal() {
    if (terminal != null) {
      terminal.descendants().forEach(ProcessHandle::destroyForcibly);
      terminal.destroyForcibly();
    }
  }

  @Test
  void start_red_hint_green_next_reset_list_quit() throws Exception {
    shows("○ 01-1 · The Adder at work", "Make Adder work.", "1 of 4 solved");

    course.solve("01-1", "return a - b;");
    shows("✗ 01-1", "2 of 2 tests failed", "[2 + 3]", "✗ it adds what is negative");

    types("h");
    shows("Hint 1 of 3", "A nudge.");
    types("h");
    shows("Hint 2 of 3", "The concept.");

    course.solve("01-1", "return a ++ b;");
    shows("does not compile", "return a ++ b;", "^");

    course.solve("01-1");
    shows("✓ 01-1", "passed, 2 tests", "Why this way.", "2 of 4 solved", "n next");

    types("s");
    shows("Your file and the solution are the same.");
    types("\u001b");

    types("n");
    shows("○ 01-2 · The Doubler at work", "Make Doubler work.");

    course.solve("01-2", "return a;");
    shows("✗ 01-2");
    types("x");
    shows("Restore the starter of Doubler.java?");
    types("\r");
    shows("○ 01-2", "Your version is kept in .workshop/backups/01-2/");
    assertThat(course.read(course.exercise("01-2").file())).contains("TODO(01-2)");

    types("l");
    shows("Type to filter", "→ ○ 01-2", "✓ 01-1");
    types("greeter\r");
    shows("○ 02-1 · The Greeter at work");

    course.write(course.exercise("01-1").file(), course.read(course.exercise("01-1").starter()));
    shows("○ 01-1 · The Adder at work", "Make Adder work.");

    List<ProcessHandle> running = terminal.descendants().toList();
    types("q");
    assertThat(terminal.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    assertThat(terminal.exitValue()).isZero();
    until("it leaves the terminal as it was", () -> !screen.isAlternate());
    assertThat(screen.text()).contains("./workshop continues where you left off.");
    assertThat(running).isNotEmpty();
    until(
        "every process that it started has ended",
        () -> running.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void keys_still_work_while_a_test_hangs() throws Exception {
    shows("○ 01-1");
    course.solve("01-1", course.endless());
    shows("● 01-1", "Running, 1 s", "esc stop");
    course.awaitRunning();

    types("l");
    shows("Type to filter");
    types("\u001b");
    shows("Running,");
    types("\u001b");
    shows("✗ 01-1", "did not end", "was still running at Adder.java:7");

    course.solve("01-1", "while (true) {\n}");
    shows("Running, 1 s");
    course.solve("01-1");
    shows("✓ 01-1", "passed, 2 tests");
  }

  @Test
  void keys_typed_before_the_first_screen_take_effect_once_it_appears() throws Exception {
    types("lgreeter\rh");

    shows("○ 02-1 · The Greeter at work", "Hint 1 of 3");
  }

  @Test
  void q_typed_before_the_first_screen_ends_the_session() throws Exception {
    types("q");

    assertThat(terminal.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    assertThat(terminal.exitValue()).isZero();
    until("it leaves the terminal as it was", () -> !screen.isAlternate());
    assertThat(screen.text()).contains("./workshop continues where you left off.");
  }

  @Test
  void control_c_ends_the_session_at_any_time() throws Exception {
    shows("○ 01-1");
    course.solve("01-1", "while (true) {}");
    shows("Running, 1 s");
    types("\u0003");

    assertThat(terminal.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    until("it leaves the terminal as it was", () -> !screen.isAlternate());
  }

  private void types(String keys) throws IOException {
    terminal.getOutputStream().write(keys.getBytes(UTF_8));
    terminal.getOutputStream().flush();
  }

  private void shows(String... texts) throws InterruptedException {
    until(
        "the screen shows " + List.of(texts),
        () -> List.of(texts).stream().allMatch(screen.text()::contains));
  }

  private void until(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("Not within %d s: %s. The screen:%n%s", TIMEOUT_SECONDS, what, screen.text());
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
