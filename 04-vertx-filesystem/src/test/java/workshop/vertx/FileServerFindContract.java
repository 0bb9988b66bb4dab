package workshop.vertx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static workshop.vertx.FileServerDiagnosis.arrives;
import static workshop.vertx.FileServerDiagnosis.assertFound;
import static workshop.vertx.FileServerDiagnosis.assertFoundThroughALinkedRoot;
import static workshop.vertx.FileServerDiagnosis.assertRefused;
import static workshop.vertx.FileServerDiagnosis.assertSent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.exercise.Answer;

/** Which files {@link FileServer#find} must find, and which it must reject. */
abstract class FileServerFindContract {

  private static final byte[] PHOTO = SampleBytes.random(300_001);
  private static final String SECRET = "the recipe for the staff only";

  protected final FileServer server = Answer.of(FileServer.class);

  @Test
  @Order(1)
  void a_file_below_the_root_is_found(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    Instant changed = Instant.parse("2001-02-03T04:05:06Z");
    Files.setLastModifiedTime(disk.path("site/photo.jpg"), FileTime.from(changed));
    try (EventLoop loop = EventLoop.open(disk)) {
      assertFound(
          loop.call("find()", () -> server.find(loop.vertx(), TestServer.root(disk), "/photo.jpg")),
          PHOTO.length,
          changed);
    }
  }

  @Test
  @Order(6)
  void the_file_is_found_off_the_event_loop(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      assertSent(http, client.send("GET", "/photo.jpg").answer(), 200, PHOTO);
      http.assertFilesAreClosed();

      http.loop().assertAskedNothing();
    }
  }

  @Test
  @Order(7)
  void a_slow_file_does_not_hold_up_the_others(Disk disk) throws IOException {
    assertOthersAreServed(disk, Op.OPEN, Op.ATTRIBUTES);
  }

  @Test
  @Order(7)
  void a_slow_read_does_not_hold_up_the_others(Disk disk) throws IOException {
    assertOthersAreServed(disk, Op.READ, Op.TRANSFER, Op.MAP);
  }

  private void assertOthersAreServed(Disk disk, Op... ops) throws IOException {
    disk.seed("site/slow.txt", "slow");
    disk.seed("site/quick.txt", "quick");
    try (TestServer http = TestServer.open(disk, server);
        Gate held = disk.when(ops).on("site/slow.txt").hold()) {
      RawClient slow = http.client().send("GET", "/slow.txt");
      arrives(http, held, slow);
      RawClient quick = http.client().send("GET", "/quick.txt");
      if (!http.loop().eventually(quick::hasAnswer)) {
        throw FileServerDiagnosis.heldUp(disk);
      }
      assertSent(http, quick.answer(), 200, "quick".getBytes(ISO_8859_1));
      held.open();
      assertSent(http, slow.answer(), 200, "slow".getBytes(ISO_8859_1));
    }
  }

  @Test
  @Order(8)
  void a_missing_file_is_not_found(Disk disk) throws IOException {
    disk.seed("site/docs/index.html", "docs");
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      for (String target : List.of("/nope.txt", "/docs", "/docs/index.html/x", "/%00", "/%zz")) {
        assertRefused(http, target, client.send("GET", target).answer(), SECRET);
      }
      byte[] docs = "docs".getBytes(ISO_8859_1);
      assertSent(http, client.send("GET", "/docs/").answer(), 200, docs);
    }
  }

  @Test
  @Order(9)
  void no_path_leads_out_of_the_root(Disk disk) throws IOException {
    disk.seed("site/index.html", "");
    disk.seed("secret.txt", SECRET);
    disk.seed("site-of-others/secret.txt", SECRET);
    String absolute = disk.path("secret.txt").toString();
    List<String> targets =
        List.of(
            "/../secret.txt",
            "/x/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/%2E./secret.txt",
            "/..%2fsecret.txt",
            "/%2e%2e%2fsecret.txt",
            "/..\\secret.txt",
            "/..%5csecret.txt",
            "/../site-of-others/secret.txt",
            "/%2e%2e/site-of-others/secret.txt",
            "/" + absolute,
            "/" + absolute.replace("/", "%2f"),
            "/index.html/../../secret.txt",
            "/..%00/secret.txt",
            "/../secret.txt%00.html");
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      for (String target : targets) {
        assertRefused(http, target, client.send("GET", target).answer(), SECRET);
      }
    }
  }

  @Test
  @Order(10)
  @DisabledOnOs(
      value = OS.WINDOWS,
      disabledReason = "Windows requires a privilege to create symbolic links")
  void no_symbolic_link_leads_out_of_the_root(Disk disk) throws IOException {
    disk.seed("site/menu.txt", "soup");
    disk.seed("others/secret.txt", SECRET);
    Files.createSymbolicLink(disk.path("site/link.txt"), disk.path("others/secret.txt"));
    Files.createSymbolicLink(disk.path("site/others"), disk.path("others"));
    Files.createSymbolicLink(disk.path("site/today.txt"), disk.path("site/menu.txt"));
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      assertRefused(http, "/link.txt", client.send("GET", "/link.txt").answer(), SECRET);
      assertRefused(
          http, "/others/secret.txt", client.send("GET", "/others/secret.txt").answer(), SECRET);

      FileServerDiagnosis.assertLinkIsFollowed(http, client.send("GET", "/today.txt").answer());
    }
  }

  @Test
  @Order(11)
  @DisabledOnOs(
      value = OS.WINDOWS,
      disabledReason = "Windows requires a privilege to create symbolic links")
  void the_root_itself_may_be_relative_or_reached_through_a_link(Disk disk) throws IOException {
    disk.seed("site/menu.txt", "soup");
    Path linkToRoot = Files.createSymbolicLink(disk.path("link-to-root"), TestServer.root(disk));
    Path relative = Path.of("").toAbsolutePath().relativize(linkToRoot);
    try (TestServer http = TestServer.open(disk, vertx -> server.start(vertx, relative, 0))) {
      assertFoundThroughALinkedRoot(http, http.client().send("GET", "/menu.txt").answer(), "soup");
    }
  }

  @Test
  @Order(12)
  void a_name_is_decoded_once_and_may_contain_dots(Disk disk) throws IOException {
    Map<String, String> names =
        new TreeMap<>(
            Map.of(
                "/a..b.txt", "a..b.txt",
                "/.hidden.txt", ".hidden.txt",
                "/50%25.txt", "50%.txt",
                "/%252e%252e.txt", "%2e%2e.txt",
                "/a+b%20c.txt", "a+b c.txt"));
    for (String name : names.values()) {
      disk.seed("site/" + name, name);
    }
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      for (Map.Entry<String, String> each : names.entrySet()) {
        RawClient.Answer answer = client.send("GET", each.getKey()).answer();
        FileServerDiagnosis.assertNamed(http, answer, each.getValue());
      }
    }
  }

  @Test
  @Order(13)
  void a_changed_file_is_found_as_it_is_now(Disk disk) throws IOException {
    disk.seed("site/menu.txt", "soup");
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      assertSent(http, client.send("GET", "/menu.txt").answer(), 200, "soup".getBytes(UTF_8));
      disk.seed("site/menu.txt", "fish soup");

      FileServerDiagnosis.assertFresh(client.send("GET", "/menu.txt").answer(), "fish soup");

      assertRefused(http, "/new.txt", client.send("GET", "/new.txt").answer(), SECRET);
      disk.seed("site/new.txt", "bread");
      FileServerDiagnosis.assertFoundAfterCreation(http, client.send("GET", "/new.txt").answer());
    }
  }

  @Test
  @Order(14)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no mkfifo")
  void a_named_pipe_is_not_found(Disk disk) throws Exception {
    disk.seed("site/index.html", "");
    makePipe(TestServer.root(disk).resolve("pipe"));
    try (TestServer http = TestServer.open(disk, server)) {
      assertRefused(http, "/pipe", http.client().send("GET", "/pipe").answer(), SECRET);
    }
  }

  @Test
  @Order(14)
  void a_disk_error_is_not_reported_as_a_missing_file(Disk disk) {
    disk.seed("site/photo.jpg", PHOTO);
    disk.when(Op.ATTRIBUTES).on("site/photo.jpg").fails("Input/output error");
    try (EventLoop loop = EventLoop.open(disk)) {
      Throwable failure =
          loop.call("find()", () -> server.find(loop.vertx(), TestServer.root(disk), "/photo.jpg"))
              .failed();
      if (failure instanceof NoSuchFileException) {
        throw FileServerDiagnosis.diskErrorHidden(failure);
      }
    }
  }

  static void makePipe(Path pipe) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
  }
}
