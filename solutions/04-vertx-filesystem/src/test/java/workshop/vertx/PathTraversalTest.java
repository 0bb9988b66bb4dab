package workshop.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Paths that have escaped from the root of real file servers: none may lead to the secret. */
class PathTraversalTest {

  private static final String SECRET = "nothing for strangers";

  /** Spellings of dots and slashes: plain, encoded, encoded twice, overlong. */
  private static final List<String> DOTS =
      List.of(
          "..",
          "%2e%2e",
          ".%2e",
          "%2E.",
          "%252e%252e",
          "%25252e%25252e",
          "%c0%ae%c0%ae",
          "%c0%2e%c0%2e",
          "%e0%80%ae%e0%80%ae",
          "%f0%80%80%ae%f0%80%80%ae",
          "%uff0e%uff0e",
          "%ef%bc%8e%ef%bc%8e",
          "..%00",
          "%00..",
          "...",
          "....",
          "..;",
          "..%3b",
          ".%00.",
          "..%0d",
          "..%20");

  private static final List<String> SLASHES =
      List.of(
          "/",
          "//",
          "/./",
          "%2f",
          "%2F",
          "%252f",
          "%25252f",
          "%c0%af",
          "%e0%80%af",
          "%c1%9c",
          "\\",
          "%5c",
          "%255c",
          "%uff0f",
          "%ef%bc%8f",
          "/%00/",
          "%2f%2f",
          "\\/");

  @TempDir Path folder;
  private Path root;
  private SolvedServer server;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), SECRET);
    root = Files.createDirectories(folder.resolve("site"));
    Files.createDirectories(root.resolve("docs"));
    Files.writeString(root.resolve("index.html"), "menu");
    Files.writeString(root.resolve("docs/index.html"), "docs");
    server = new SolvedServer(root);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static List<String> corpus(Path secret) {
    List<String> targets = new ArrayList<>();
    for (String dots : DOTS) {
      for (String slash : SLASHES) {
        targets.add("/" + dots + slash + "secret.txt");
        targets.add("/docs" + slash + dots + slash + dots + slash + "secret.txt");
        targets.add(slash + dots + slash + "secret.txt");
      }
    }
    for (String absolute : List.of(secret.toString(), secret.toUri().toString())) {
      targets.add("/" + absolute);
      targets.add("//" + absolute);
      targets.add("/" + absolute.replace("/", "%2f"));
      targets.add("/" + absolute.replace("/", "\\"));
    }
    targets.addAll(
        List.of(
            "/C:/secret.txt",
            "/C:%5csecret.txt",
            "/c|/secret.txt",
            "/C:secret.txt",
            "/%5c%5clocalhost%5cc$%5csecret.txt",
            "//localhost/c$/secret.txt",
            "/%5c%5c.%5cC:%5csecret.txt",
            "/%5c%5c%3f%5cUNC%5clocalhost%5csecret.txt",
            "/secret.txt::$DATA",
            "/index.html%00.secret.txt",
            "/docs/../../secret.txt%00.html",
            "/~root/secret.txt",
            "/../site/../secret.txt",
            "/./.././secret.txt"));
    return targets;
  }

  @Test
  void no_spelling_of_a_path_leads_out_of_the_root() throws Exception {
    for (String target : corpus(folder.resolve("secret.txt"))) {
      RawClient.Answer answer = server.ask("GET", target);

      assertThat(answer.status()).as("GET %s", target).isIn(400, 404);
      assertThat(answer.text()).as("GET %s", target).doesNotContain(SECRET);
    }
  }

  @Test
  void dots_that_stay_below_the_root_are_accepted() throws Exception {
    assertThat(server.ask("GET", "/docs/../index.html").text()).isEqualTo("menu");
    Files.writeString(root.resolve("a..b"), "dots");
    assertThat(server.ask("GET", "/a..b").text()).isEqualTo("dots");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
  void a_link_whose_target_changes_while_it_is_served_reveals_nothing() throws Exception {
    Path link = root.resolve("link.txt");
    for (int round = 0; round < 50; round++) {
      Path target = round % 2 == 0 ? root.resolve("index.html") : folder.resolve("secret.txt");
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, target);

      assertThat(server.ask("GET", "/link.txt").status()).isEqualTo(round % 2 == 0 ? 200 : 404);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
  void cyclic_links_are_not_found() throws Exception {
    Files.createSymbolicLink(root.resolve("a"), root.resolve("b"));
    Files.createSymbolicLink(root.resolve("b"), root.resolve("a"));

    assertThat(server.ask("GET", "/a").status()).isEqualTo(404);
    assertThat(server.ask("GET", "/" + "x".repeat(300)).status()).isEqualTo(404);
    assertThat(server.ask("GET", "/index.html/x").status()).isEqualTo(404);
  }

  @Test
  void an_error_of_the_server_is_not_reported_as_a_missing_file() {
    assertThat(Reply.status(new FileSystemException("x", null, "Too many open files")))
        .isEqualTo(500);
    assertThat(Reply.status(new FileSystemException("x", null, "Input/output error")))
        .isEqualTo(500);
    assertThat(Reply.status(new FileSystemException("x"))).isEqualTo(500);
    assertThat(Reply.status(new InvalidPathException("a\0b", "Nul character not allowed")))
        .isEqualTo(404);
  }
}
