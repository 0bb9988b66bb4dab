package workshop.guide.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each complete program of docs/rust-to-java.md writes the file and prints what the page says. */
class ProgramsTest {

  private static final String OUTPUT =
      """
      Starting async write operation...
      Successfully wrote to my_async_file.txt

      Starting async read operation...
      Successfully read 59 bytes from the file.
      File Contents:
      Hello, asynchronous Java!
      This is a non-blocking operation.
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      classes = {
        Blocking.class,
        ThreadPool.class,
        Futures.class,
        EventLoop.class,
        VirtualThread.class
      })
  void every_program_prints_the_same_and_replaces_an_older_file(Class<?> program)
      throws IOException, InterruptedException {
    Path file = folder.resolve("my_async_file.txt");
    Files.writeString(file, "an older text ".repeat(20));

    String printed = run(program);

    assertThat(
            printed.replace("blocking write", "async write").replace("blocking read", "async read"))
        .isEqualToNormalizingNewlines(OUTPUT);
    assertThat(file)
        .content()
        .isEqualTo("Hello, asynchronous Java!\nThis is a non-blocking operation.");
  }

  private String run(Class<?> program) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dstdout.encoding=UTF-8",
                program.getName())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
