package workshop.downloads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.testkit.http.Exchange;
import workshop.testkit.http.Origin;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;

/** Runs the program in a process of its own, and checks its files and its exit status. */
class FetchTest {

  @TempDir Path work;

  private final Origin origin = Origin.start();

  @AfterEach
  void close() {
    origin.close();
  }

  @Test
  void it_exits_with_0_when_every_file_is_saved() throws Exception {
    origin.at("/a").answers(Reply.of("soup").digest());
    origin.at("/b").answers(Reply.of("bread").digest());

    Process fetch = fetch("/a", "/b");
    String printed = new String(fetch.getInputStream().readAllBytes(), UTF_8);

    assertThat(exitOf(fetch)).isZero();
    assertThat(printed.lines())
        .as("without a terminal, lines that a script can read")
        .containsExactly(
            "1 of 2",
            "2 of 2",
            sha256("soup") + "  a",
            sha256("bread") + "  b",
            "2 files: 2 saved, 0 failed, 0 stopped");
    assertThat(names()).containsExactly("a", "b");
    assertThat(files().resolve("a")).hasContent("soup");
  }

  @Test
  void it_exits_with_1_and_names_each_file_that_is_missing_and_why() throws Exception {
    origin.at("/a").answers(Reply.of("soup"));

    Process fetch = fetch("/a", "/b");
    String printed = new String(fetch.getInputStream().readAllBytes(), UTF_8);

    assertThat(exitOf(fetch)).isEqualTo(1);
    assertThat(printed)
        .contains(
            "2 files: 1 saved, 1 failed, 0 stopped", "b: " + origin.uri("/b") + ": status 404");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void it_exits_with_2_when_its_arguments_are_wrong() throws Exception {
    Process fetch = fetch("/a", "/directory/");
    String printed = new String(fetch.getErrorStream().readAllBytes(), UTF_8);

    assertThat(exitOf(fetch)).isEqualTo(2);
    assertThat(printed).contains("the URL must end in the name of a file: " + origin.uri("/dir"));
    assertThat(origin.exchanges().count()).isZero();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "on Windows, destroy() ends a process at once")
  void stopped_by_a_signal_it_leaves_only_whole_files() throws Exception {
    origin.at("/a").answers(Reply.of("soup"));
    origin.at("/b").answers(Reply.random(1, 100_000).stallsAfter(50_000));
    Process fetch = fetch("/a", "/b");
    // Another JVM does the work, so this one may be quiet although the work continues.
    await("one whole file and one that has begun")
        .failFast(() -> false)
        .until(() ->
            names().contains("a") && names().stream().anyMatch(name -> name.endsWith(".part")));

    fetch.destroy();
    exitOf(fetch);

    assertThat(names()).containsExactly("a");
    await("the end of the request")
        .failFast(() -> false)
        .until(() -> origin.exchanges().stream().noneMatch(Exchange::isInFlight));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://host/", "http://host", "http://host/..", "http://host/a/."})
  void a_url_without_a_file_name_is_rejected(String url) {
    assertThatThrownBy(() -> Download.into(work, List.of(URI.create(url))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(url);
  }

  private static String sha256(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  private Path files() {
    return work.resolve("files");
  }

  private List<String> names() {
    try (Stream<Path> all = Files.exists(files()) ? Files.list(files()) : Stream.empty()) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Process fetch(String... paths) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Fetch.class.getName(),
                files().toString()));
    for (String path : paths) {
      command.add(origin.uri(path).toString());
    }
    return new ProcessBuilder(command).directory(work.toFile()).start();
  }

  private static int exitOf(Process process) {
    return Await.result("the end of the program", process.onExit()).exitValue();
  }
}
