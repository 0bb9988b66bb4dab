package workshop.runner;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import workshop.runner.cli.Environment;
import workshop.runner.course.Catalog;
import workshop.runner.course.CatalogReader;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseId;
import workshop.runner.course.ProgressFile;
import workshop.runner.judge.BuildOutput;
import workshop.runner.worker.Limits;
import workshop.testkit.exercise.State;

/**
 * A tiny course in its own folder, so that tests of the command do not depend on the real course:
 * 01-0 is a warm-up, 01-1 adds, 01-2 uses 01-1, 02-1 stands alone.
 */
public final class FixtureCourse {

  /** Limits that are never reached by code that ends, even on a busy machine. */
  public static final Limits WIDE =
      new Limits(60_000, 120_000, 120_000, 120_000, 180_000, 60_000, 4096);

  private static final long TIMEOUT_SECONDS = 120;

  /** What a command printed, and its exit code. */
  public record CommandResult(int exitCode, String out, String err) {}

  private final Path root;

  private FixtureCourse(Path root) {
    this.root = root;
  }

  public static FixtureCourse in(Path folder) {
    FixtureCourse course = new FixtureCourse(folder);
    course.exercise(
        "01-kitchen",
        "kitchen",
        "01-0",
        "Welcome",
        "return \"welcome\";",
        "String hello()",
        WELCOME);
    course.exercise(
        "01-kitchen", "kitchen", "01-1", "Adder", "return a + b;", "int add(int a, int b)", ADDER);
    course.exercise(
        "01-kitchen",
        "kitchen",
        "01-2",
        "Doubler",
        "return new Adder().add(a, a);",
        "int twice(int a)",
        DOUBLER);
    course.exercise(
        "02-cellar",
        "cellar",
        "02-1",
        "Greeter",
        "return \"Hello, \" + name;",
        "String greet(String name)",
        GREETER);
    course.write(
        "solutions/01-kitchen/src/main/java/workshop/kitchen/WriteThenRead.java",
        """
        package workshop.kitchen;

        public class WriteThenRead {
          public static void main(String[] args) throws Exception {
            java.nio.file.Files.writeString(java.nio.file.Path.of("my_async_file.txt"), "x");
          }
        }
        """);
    return course;
  }

  private static final String WELCOME = "assertThat(answer.hello()).isEqualTo(\"welcome\");";

  private static final String ADDER =
      """
      assertThat(answer.add(2, 3)).as("2 + 3").isEqualTo(5);
        }

        @Test
        void it_adds_what_is_negative() {
          assertThat(answer.add(2, -3)).isEqualTo(-1);\
      """;

  private static final String DOUBLER = "assertThat(answer.twice(4)).isEqualTo(8);";

  private static final String GREETER =
      "assertThat(answer.greet(\"Ada\")).isEqualTo(\"Hello, Ada\");";

  private void exercise(
      String module,
      String pkg,
      String id,
      String type,
      String body,
      String signature,
      String test) {
    boolean warmUp = id.endsWith("-0");
    String todo =
        "// TODO(%s): do it\n    throw new UnsupportedOperationException(\"TODO(%s): do it\");"
            .formatted(id, id);
    String starter = type(pkg, type, signature, warmUp ? body : todo);
    String folder = "/src/main/java/workshop/" + pkg + "/" + type + ".java";
    write(module + folder, starter);
    write(module + "/starters/" + type + ".java", starter);
    write("solutions/" + module + folder, type(pkg, type, signature, body));
    write(
        module + "/src/test/java/workshop/" + pkg + "/" + type + "Test.java",
        suite(pkg, type, test));
    write(module + "/exercises/" + id + ".md", page(type));
  }

  private static String type(String pkg, String type, String signature, String body) {
    return """
    package workshop.%s;

    public class %s {

      public %s {
        %s
      }
    }
    """
        .formatted(pkg, type, signature, body);
  }

  private static String suite(String pkg, String type, String test) {
    return """
    package workshop.%s;

    import static org.assertj.core.api.Assertions.assertThat;

    import org.junit.jupiter.api.DisplayNameGeneration;
    import org.junit.jupiter.api.DisplayNameGenerator;
    import org.junit.jupiter.api.MethodOrderer;
    import org.junit.jupiter.api.Test;
    import org.junit.jupiter.api.TestMethodOrder;

    @TestMethodOrder(MethodOrderer.MethodName.class)
    @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
    class %sTest {

      private final %s answer = new %s();

      @Test
      void does_it() {
        %s
      }
    }
    """
        .formatted(pkg, type, type, type, test);
  }

  private static String page(String type) {
    return """
    ---
    title: The %s at work
    file: %s.java
    suite: %sTest
    minutes: 5
    ---
    Make `%s` work.

    ## Hint 1
    A nudge.

    ## Hint 2
    The concept.

    ## Hint 3
    Almost the answer.

    ## After
    Why this way.
    """
        .formatted(type, type, type, type);
  }

  public Path root() {
    return root;
  }

  public Checkout checkout() {
    return new Checkout(root);
  }

  public Catalog catalog() {
    try {
      return CatalogReader.read(checkout());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Exercise exercise(String id) {
    return ExerciseId.parse(id).flatMap(catalog()::find).orElseThrow();
  }

  /** Writes a file of the course, as an editor would. */
  public void write(String relative, String text) {
    try {
      Path file = root.resolve(relative);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String read(String relative) {
    try {
      return Files.readString(root.resolve(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the body of the learner's only method. */
  public void solve(String id, String body) {
    Exercise exercise = exercise(id);
    String starter = read(exercise.starter());
    int from = starter.indexOf("// TODO");
    int to = starter.indexOf(";", from) + 1;
    write(exercise.file(), starter.substring(0, from) + body + starter.substring(to));
  }

  /** Returns code that creates a file to show that it runs, and then never ends. */
  public String endless() {
    return "new java.io.File(\"%s\").mkdir();\n    while (true) {}".formatted(running());
  }

  /** Returns the file that exists as soon as {@link #endless()} runs. */
  public Path running() {
    return root.resolve("running");
  }

  public void awaitRunning() throws InterruptedException {
    await("the endless code to run", () -> Files.exists(running()));
  }

  /** Waits for something in another process, or on another thread. */
  public static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(what + ": not within " + TIMEOUT_SECONDS + " s");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Writes the reference solution into the learner's file. */
  public void solve(String id) {
    write(exercise(id).file(), read(exercise(id).solution()));
  }

  /** Stores a verdict on the file as it is now, as if it had been judged. */
  public void passed(String id) {
    Exercise exercise = exercise(id);
    try {
      String digest = checkout().draft(exercise).digest();
      new ProgressFile(checkout()).update(p -> p.after(exercise.id(), State.PASSED, digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the build output of this project, on which suites and workers run. */
  public static BuildOutput build() {
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    return new BuildOutput(BuildOutput.thisJava(), classPath, classPath, List.of(), List.of());
  }

  /** Runs a command in this JVM, without a terminal. */
  public CommandResult run(String... arguments) {
    return run(false, 100, arguments);
  }

  /** Runs a command in this JVM, whose output goes to a terminal without colors. */
  public CommandResult runOnTerminal(int width, String... arguments) {
    return run(true, width, arguments);
  }

  private CommandResult run(boolean outputIsTerminal, int width, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment surroundings =
        new Environment(
            root,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            outputIsTerminal,
            width,
            Map.of("NO_COLOR", "1"),
            FixtureCourse::build,
            WIDE);
    int exitCode = Main.run(surroundings, List.of(arguments));
    return new CommandResult(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
