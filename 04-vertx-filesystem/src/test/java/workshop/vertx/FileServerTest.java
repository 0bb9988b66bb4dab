package workshop.vertx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static workshop.vertx.FileServerDiagnosis.arrives;
import static workshop.vertx.FileServerDiagnosis.assertChunksAreSmall;
import static workshop.vertx.FileServerDiagnosis.assertFound;
import static workshop.vertx.FileServerDiagnosis.assertFoundBehindTheDoor;
import static workshop.vertx.FileServerDiagnosis.assertHeader;
import static workshop.vertx.FileServerDiagnosis.assertOpenedForReadingOnly;
import static workshop.vertx.FileServerDiagnosis.assertPart;
import static workshop.vertx.FileServerDiagnosis.assertRefused;
import static workshop.vertx.FileServerDiagnosis.assertSent;
import static workshop.vertx.FileServerDiagnosis.assertTheLoopAskedNothing;
import static workshop.vertx.FileServerDiagnosis.assertUnread;
import static workshop.vertx.FileServerDiagnosis.bytesRead;
import static workshop.vertx.FileServerDiagnosis.hasFailed;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Await;

@ExerciseSuite
class FileServerTest {

  private static final int MIB = 1024 * 1024;
  private static final byte[] PHOTO = SampleBytes.random(300_001);
  private static final String SECRET = "the recipe that nobody may see";

  private final FileServer server = Answer.of(FileServer.class);

  @Test
  @Order(1)
  void a_file_below_the_root_is_found(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    Instant changed = Instant.parse("2001-02-03T04:05:06Z");
    Files.setLastModifiedTime(disk.path("site/photo.jpg"), FileTime.from(changed));
    try (EventLoop loop = EventLoop.open(disk)) {
      assertFound(
          loop.call(
              "find()", () -> server.find(loop.vertx(), TestServer.root(disk), "/photo.jpg")),
          PHOTO.length,
          changed);
    }
  }

  @Test
  @Order(2)
  void a_file_is_sent_with_its_length_and_type(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    disk.seed("site/index.html", "<h1>Menu</h1>");
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      RawClient.Answer photo = client.send("GET", "/photo.jpg").answer();
      assertSent(http, photo, 200, PHOTO);
      assertHeader(photo, "Content-Type", "image/jpeg");

      RawClient.Answer index = client.send("GET", "/").answer();
      assertSent(http, index, 200, "<h1>Menu</h1>".getBytes(ISO_8859_1));
      assertHeader(index, "Content-Type", "text/html; charset=utf-8");
      assertOpenedForReadingOnly(disk);
    }
  }

  @Test
  @Order(3)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no mkfifo")
  void opening_a_file_does_not_block_the_event_loop(Disk disk) throws Exception {
    disk.seed("site/index.html", "");
    Path pipe = TestServer.root(disk).resolve("pipe");
    // Nobody writes to this pipe yet: until somebody does, whoever opens it stands still.
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    Await.until("the making of a named pipe", () -> !mkfifo.isAlive());
    CountDownLatch asked = new CountDownLatch(1);
    Resource resource = new Resource(pipe, 100, Instant.now());
    try (TestServer http =
        TestServer.sending(disk, server, resource, sent -> asked.countDown())) {
      RawClient client = http.client().send("GET", "/pipe");
      Await.latch("the arrival of a request", asked);
      try {
        http.loop()
            .keepsTicking(
                "Open an AsyncFile, off the loop, and pipe it into the response. sendFile(String)"
                    + " opens and sends the file right here, on the event loop.");
      } finally {
        new RandomAccessFile(pipe.toFile(), "rw").close(); // whoever stands there goes on
      }
      client.awaitEnd();
    }
  }

  @Test
  @Order(4)
  void the_loop_is_free_while_the_disk_opens_the_file(Disk disk) throws IOException {
    assertLoopIsFree(disk, Op.OPEN);
  }

  @Test
  @Order(5)
  void the_loop_is_free_while_the_disk_reads(Disk disk) throws IOException {
    assertLoopIsFree(disk, Op.READ, Op.TRANSFER, Op.MAP);
  }

  @Test
  @Order(6)
  void looking_for_the_file_happens_off_the_loop(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      assertSent(http, client.send("GET", "/photo.jpg").answer(), 200, PHOTO);
      http.assertFilesAreClosed();

      assertTheLoopAskedNothing(http, disk);
    }
  }

  @Test
  @Order(7)
  void a_slow_file_does_not_hold_up_the_others(Disk disk) throws IOException {
    disk.seed("site/slow.txt", "slow");
    disk.seed("site/quick.txt", "quick");
    try (TestServer http = TestServer.open(disk, server);
        Gate held = disk.when(Op.OPEN, Op.ATTRIBUTES).on("site/slow.txt").hold()) {
      RawClient slow = http.client().send("GET", "/slow.txt");
      arrives(http, held, slow);
      RawClient quick = http.client().send("GET", "/quick.txt");
      if (!http.loop().eventually(quick::hasAnswer)) {
        throw Diagnosis.observed("While the disk held slow.txt, quick.txt was not sent either.")
            .means("One request waits for another's file: executeBlocking keeps calls in order.")
            .nextStep("Requests need no order among each other: executeBlocking(..., false).")
            .evidence("On the disk", disk.recording());
      }
      assertSent(http, quick.answer(), 200, "quick".getBytes(ISO_8859_1));
      held.open();
      assertSent(http, slow.answer(), 200, "slow".getBytes(ISO_8859_1));
    }
  }

  @Test
  @Order(8)
  void what_does_not_exist_is_not_found(Disk disk) throws IOException {
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
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
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
          site, "/others/secret.txt", client.send("GET", "/others/secret.txt").answer(), SECRET);

      byte[] soup = "soup".getBytes(ISO_8859_1);
      assertSent(http, client.send("GET", "/today.txt").answer(), 200, soup);
    }
  }

  @Test
  @Order(11)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
  void the_root_itself_may_be_relative_or_reached_through_a_link(Disk disk) throws IOException {
    disk.seed("site/menu.txt", "soup");
    Path door = Files.createSymbolicLink(disk.path("door"), TestServer.root(disk));
    Path relative = Path.of("").toAbsolutePath().relativize(door);
    try (TestServer http = TestServer.open(disk, vertx -> server.start(vertx, relative, 0))) {
      assertFoundBehindTheDoor(http, http.client().send("GET", "/menu.txt").answer(), "soup");
    }
  }

  @Test
  @Order(12)
  void head_sends_the_header_fields_and_reads_nothing(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    disk.seed("site/next.txt", "next");
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      RawClient.Answer head = client.send("HEAD", "/photo.jpg").answer();
      assertSent(http, head, 200, new byte[0]);
      assertHeader(head, "Content-Length", String.valueOf(PHOTO.length));
      // The same connection: a body that nobody expects would be taken for the next answer.
      byte[] next = "next".getBytes(ISO_8859_1);
      assertSent(http, client.send("GET", "/next.txt").answer(), 200, next);
      http.assertFilesAreClosed();

      assertUnread(disk, "photo.jpg", "a HEAD request");
    }
  }

  @Test
  @Order(13)
  void a_range_is_answered_with_that_part(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    disk.seed("site/short.jpg", "short");
    int size = PHOTO.length;
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      assertPart(http, client, "bytes=0-99", PHOTO, 0, 100);
      assertPart(http, client, "bytes=100000-", PHOTO, 100_000, size);
      assertPart(http, client, "bytes=-50", PHOTO, size - 50, size);
      assertPart(http, client, "bytes=300000-999999999", PHOTO, size - 1, size);

      RawClient.Answer beyond = client.send("GET", "/short.jpg", "Range: bytes=5-").answer();
      assertSent(http, beyond, 416, new byte[0]);
      assertHeader(beyond, "Content-Range", "bytes */5");
      http.assertFilesAreClosed();
      assertUnread(disk, "short.jpg", "a range behind the end");
    }
  }

  @Test
  @Order(14)
  void what_the_browser_has_already_is_not_sent_again(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      RawClient.Answer head = client.send("HEAD", "/photo.jpg").answer();
      String tag = head.header("ETag");
      String date = head.header("Last-Modified");

      RawClient.Answer same =
          client.send("GET", "/photo.jpg", "If-None-Match: \"x\", W/" + tag).answer();
      assertSent(http, same, 304, new byte[0]);
      RawClient.Answer since = client.send("GET", "/photo.jpg", "If-Modified-Since: " + date).answer();
      assertSent(http, since, 304, new byte[0]);
      http.assertFilesAreClosed();
      assertUnread(disk, "photo.jpg", "what the client has already");

      String[] stale = {"Range: bytes=0-9", "If-Range: \"another-content\""};
      assertSent(http, client.send("GET", "/photo.jpg", stale).answer(), 200, PHOTO);
      String[] valid = {"Range: bytes=0-9", "If-Range: " + tag};
      byte[] part = Arrays.copyOf(PHOTO, 10);
      assertSent(http, client.send("GET", "/photo.jpg", valid).answer(), 206, part);
    }
  }

  @Test
  @Order(15)
  void a_client_costs_no_more_than_a_small_chunk(Disk disk) throws IOException {
    disk.seed("site/film.mp4", new byte[2 * MIB]);
    try (TestServer http = TestServer.open(disk, server)) {
      assertSent(http, http.client().send("GET", "/film.mp4").answer(), 200, new byte[2 * MIB]);
    }
    assertChunksAreSmall(disk);
  }

  @Test
  @Order(16)
  void a_client_that_does_not_read_keeps_the_file_waiting(Disk disk) throws IOException {
    disk.seed("site/film.mp4", "");
    try (RandomAccessFile film = new RandomAccessFile(disk.path("site/film.mp4").toFile(), "rw")) {
      film.setLength(64L * MIB);
    }
    try (TestServer http = TestServer.open(disk, server)) {
      try (RawClient client = RawClient.withLittleRoomAt(http.port()).send("GET", "/film.mp4")) {
        Await.until("the first bytes of the film", client::hasAnswer);
        if (!http.loop().quietWithout(() -> bytesRead(disk) > 16 * MIB)) {
          throw Diagnosis.observed(
                  "A client reads nothing, and %d of 64 MiB were read from the disk for it."
                      .formatted(bytesRead(disk) / MIB))
              .means("What is read and not sent lies in memory, for each slow client anew.")
              .nextStep(
                  "Stream, and pause the file while the response's queue is full: pipe() does.");
        }
      }
      // The client has left in the middle.
      http.assertFilesAreClosed();
    }
  }

  @Test
  @Order(17)
  void a_disk_that_fails_midway_breaks_the_connection(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    disk.when(Op.READ).from(2).fails("Input/output error");
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client().giveUpWhen(() -> hasFailed(disk) && http.loop().isQuiet());
      disk.when(Op.READ).atMost(100_000);
      RawClient.Answer answer = client.send("GET", "/photo.jpg").answer();
      if (!answer.cutOff() && answer.status() == 200) {
        throw Diagnosis.observed(
                "The disk failed midway; the client was sent " + answer.body().length)
            .means("It takes a part of the file for the whole.")
            .nextStep("Let the failure reach Reply.failed, and do not end the response before.");
      }
    }
  }

  @Test
  @Order(18)
  void a_thousand_clients_wait_for_the_disk_and_health_answers(Disk disk) throws IOException {
    a_client_costs_no_more_than_a_small_chunk(disk); // a thousand large ones would end this JVM
    disk.seed("site/photo.jpg", Arrays.copyOf(PHOTO, 1000));
    List<RawClient> clients = new ArrayList<>();
    try (TestServer http = TestServer.open(disk, server);
        Gate held = disk.hold()) {
      RawClient doctor = http.client();
      for (int i = 0; i < TestServer.thousandOrFewer(); i++) {
        clients.add(http.client().send("GET", "/photo.jpg"));
      }
      arrives(http, held, clients.getFirst());
      http.loop()
          .keepsTicking("Do all that asks the disk in Vert.x's FileSystem, or on a worker.");
      assertSent(http, doctor.send("GET", "/health").answer(), 200, "OK".getBytes(ISO_8859_1));

      held.open();
      for (RawClient client : clients) {
        assertSent(http, client.answer(), 200, Arrays.copyOf(PHOTO, 1000));
      }
    }
  }

  private void assertLoopIsFree(Disk disk, Op... ops) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    try (TestServer http = TestServer.open(disk, server);
        Gate held = disk.when(ops).on("site/photo.jpg").hold()) {
      RawClient client = http.client().send("GET", "/photo.jpg");
      arrives(http, held, client);
      http.loop().heartbeat().keepsTickingWhile(held, "the event loop");
      held.open();
      assertSent(http, client.answer(), 200, PHOTO);
    }
  }
}
