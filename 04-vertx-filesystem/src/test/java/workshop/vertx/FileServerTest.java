package workshop.vertx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static workshop.vertx.Served.arrives;
import static workshop.vertx.Served.assertChunksAreSmall;
import static workshop.vertx.Served.assertFound;
import static workshop.vertx.Served.assertFoundBehindTheDoor;
import static workshop.vertx.Served.assertHeader;
import static workshop.vertx.Served.assertOpenedForReadingOnly;
import static workshop.vertx.Served.assertPart;
import static workshop.vertx.Served.assertRefused;
import static workshop.vertx.Served.assertSent;
import static workshop.vertx.Served.assertTheLoopAskedNothing;
import static workshop.vertx.Served.assertUnread;
import static workshop.vertx.Served.bytesRead;
import static workshop.vertx.Served.hasFailed;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
  private static final byte[] PHOTO = bytes(300_000);
  private static final String SECRET = "the recipe that nobody may see";

  private final FileServer server = Answer.of(FileServer.class);

  @Test
  @Order(1)
  void a_file_below_the_root_is_found(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    Instant changed = Instant.parse("2001-02-03T04:05:06Z");
    Files.setLastModifiedTime(disk.path("site/photo.jpg"), FileTime.from(changed));
    try (Kitchen kitchen = Kitchen.open(disk)) {
      assertFound(
          kitchen.order(
              "find()", () -> server.find(kitchen.vertx(), Site.root(disk), "/photo.jpg")),
          PHOTO.length,
          changed);
    }
  }

  @Test
  @Order(2)
  void a_file_is_sent_with_its_length_and_type(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    disk.seed("site/index.html", "<h1>Menu</h1>");
    try (Site site = Site.open(disk, server)) {
      Guest guest = site.guest();
      Guest.Answer photo = guest.asks("GET", "/photo.jpg").answer();
      assertSent(site, photo, 200, PHOTO);
      assertHeader(photo, "Content-Type", "image/jpeg");

      Guest.Answer index = guest.asks("GET", "/").answer();
      assertSent(site, index, 200, "<h1>Menu</h1>".getBytes(ISO_8859_1));
      assertHeader(index, "Content-Type", "text/html; charset=utf-8");
      assertOpenedForReadingOnly(disk);
    }
  }

  @Test
  @Order(3)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no mkfifo")
  void opening_a_file_does_not_block_the_event_loop(Disk disk) throws Exception {
    disk.seed("site/index.html", "");
    Path pipe = Site.root(disk).resolve("pipe");
    // Nobody writes to this pipe yet: until somebody does, whoever opens it stands still.
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    Await.until("the making of a named pipe", () -> !mkfifo.isAlive());
    CountDownLatch asked = new CountDownLatch(1);
    Resource resource = new Resource(pipe, 100, Instant.now());
    try (Site site = Site.sending(disk, server, resource, asked)) {
      Guest guest = site.guest().asks("GET", "/pipe");
      Await.latch("the arrival of a request", asked);
      try {
        site.kitchen()
            .goesOnTicking(
                "Open an AsyncFile, off the loop, and pipe it into the response. sendFile(String)"
                    + " opens and sends the file right here, on the event loop.");
      } finally {
        new RandomAccessFile(pipe.toFile(), "rw").close(); // whoever stands there goes on
      }
      guest.awaitEnd();
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
    try (Site site = Site.open(disk, server)) {
      Guest guest = site.guest();
      assertSent(site, guest.asks("GET", "/photo.jpg").answer(), 200, PHOTO);
      site.assertFilesAreClosed();

      assertTheLoopAskedNothing(site, disk);
    }
  }

  @Test
  @Order(7)
  void a_slow_file_does_not_hold_up_the_others(Disk disk) throws IOException {
    disk.seed("site/slow.txt", "slow");
    disk.seed("site/quick.txt", "quick");
    try (Site site = Site.open(disk, server);
        Gate held = disk.when(Op.OPEN, Op.ATTRIBUTES).on("site/slow.txt").hold()) {
      Guest slow = site.guest().asks("GET", "/slow.txt");
      arrives(site, held, slow);
      Guest quick = site.guest().asks("GET", "/quick.txt");
      if (!site.kitchen().comesToPass(quick::hasAnswer)) {
        throw Diagnosis.observed("While the disk held slow.txt, quick.txt was not sent either.")
            .means("One request waits for another's file: executeBlocking keeps calls in order.")
            .nextStep("Requests need no order among each other: executeBlocking(..., false).")
            .evidence("On the disk", disk.recording());
      }
      assertSent(site, quick.answer(), 200, "quick".getBytes(ISO_8859_1));
      held.open();
      assertSent(site, slow.answer(), 200, "slow".getBytes(ISO_8859_1));
    }
  }

  @Test
  @Order(8)
  void what_does_not_exist_is_not_found(Disk disk) throws IOException {
    disk.seed("site/docs/index.html", "docs");
    try (Site site = Site.open(disk, server)) {
      Guest guest = site.guest();
      for (String target : List.of("/nope.txt", "/docs", "/docs/index.html/x", "/%00", "/%zz")) {
        assertRefused(site, target, guest.asks("GET", target).answer(), SECRET);
      }
      byte[] docs = "docs".getBytes(ISO_8859_1);
      assertSent(site, guest.asks("GET", "/docs/").answer(), 200, docs);
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
    try (Site site = Site.open(disk, server)) {
      Guest guest = site.guest();
      for (String target : targets) {
        assertRefused(site, target, guest.asks("GET", target).answer(), SECRET);
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
    try (Site site = Site.open(disk, server)) {
      Guest guest = site.guest();
      assertRefused(site, "/link.txt", guest.asks("GET", "/link.txt").answer(), SECRET);
      assertRefused(
          site, "/others/secret.txt", guest.asks("GET", "/others/secret.txt").answer(), SECRET);

      byte[] soup = "soup".getBytes(ISO_8859_1);
      assertSent(site, guest.asks("GET", "/today.txt").answer(), 200, soup);
    }
  }

  @Test
  @Order(11)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
  void the_root_itself_may_be_relative_or_reached_through_a_link(Disk disk) throws IOException {
    disk.seed("site/menu.txt", "soup");
    Path door = Files.createSymbolicLink(disk.path("door"), Site.root(disk));
    Path relative = Path.of("").toAbsolutePath().relativize(door);
    try (Site site = Site.open(disk, vertx -> server.start(vertx, relative, 0))) {
      assertFoundBehindTheDoor(site, site.guest().asks("GET", "/menu.txt").answer(), "soup");
    }
  }

  @Test
  @Order(12)
  void head_sends_the_header_fields_and_reads_nothing(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    disk.seed("site/next.txt", "next");
    try (Site site = Site.open(disk, server)) {
      Guest guest = site.guest();
      Guest.Answer head = guest.asks("HEAD", "/photo.jpg").answer();
      assertSent(site, head, 200, new byte[0]);
      assertHeader(head, "Content-Length", String.valueOf(PHOTO.length));
      // The same connection: a body that nobody expects would be taken for the next answer.
      byte[] next = "next".getBytes(ISO_8859_1);
      assertSent(site, guest.asks("GET", "/next.txt").answer(), 200, next);
      site.assertFilesAreClosed();

      assertUnread(disk, "photo.jpg", "a HEAD request");
    }
  }

  @Test
  @Order(13)
  void a_range_is_answered_with_that_part(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    disk.seed("site/short.jpg", "short");
    int size = PHOTO.length;
    try (Site site = Site.open(disk, server)) {
      Guest guest = site.guest();
      assertPart(site, guest, "bytes=0-99", PHOTO, 0, 100);
      assertPart(site, guest, "bytes=100000-", PHOTO, 100_000, size);
      assertPart(site, guest, "bytes=-50", PHOTO, size - 50, size);
      assertPart(site, guest, "bytes=299999-999999999", PHOTO, size - 1, size);

      Guest.Answer beyond = guest.asks("GET", "/short.jpg", "Range: bytes=5-").answer();
      assertSent(site, beyond, 416, new byte[0]);
      assertHeader(beyond, "Content-Range", "bytes */5");
      site.assertFilesAreClosed();
      assertUnread(disk, "short.jpg", "a range behind the end");
    }
  }

  @Test
  @Order(14)
  void what_the_browser_has_already_is_not_sent_again(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    try (Site site = Site.open(disk, server)) {
      Guest guest = site.guest();
      Guest.Answer head = guest.asks("HEAD", "/photo.jpg").answer();
      String tag = head.header("ETag");
      String date = head.header("Last-Modified");

      Guest.Answer same =
          guest.asks("GET", "/photo.jpg", "If-None-Match: \"x\", W/" + tag).answer();
      assertSent(site, same, 304, new byte[0]);
      Guest.Answer since = guest.asks("GET", "/photo.jpg", "If-Modified-Since: " + date).answer();
      assertSent(site, since, 304, new byte[0]);
      site.assertFilesAreClosed();
      assertUnread(disk, "photo.jpg", "what the guest has already");

      String[] stale = {"Range: bytes=0-9", "If-Range: \"another-content\""};
      assertSent(site, guest.asks("GET", "/photo.jpg", stale).answer(), 200, PHOTO);
      String[] valid = {"Range: bytes=0-9", "If-Range: " + tag};
      byte[] part = Arrays.copyOf(PHOTO, 10);
      assertSent(site, guest.asks("GET", "/photo.jpg", valid).answer(), 206, part);
    }
  }

  @Test
  @Order(15)
  void a_guest_costs_no_more_than_a_small_chunk(Disk disk) throws IOException {
    disk.seed("site/film.mp4", new byte[2 * MIB]);
    try (Site site = Site.open(disk, server)) {
      assertSent(site, site.guest().asks("GET", "/film.mp4").answer(), 200, new byte[2 * MIB]);
    }
    assertChunksAreSmall(disk);
  }

  @Test
  @Order(16)
  void a_guest_who_does_not_read_keeps_the_file_waiting(Disk disk) throws IOException {
    disk.seed("site/film.mp4", "");
    try (RandomAccessFile film = new RandomAccessFile(disk.path("site/film.mp4").toFile(), "rw")) {
      film.setLength(64L * MIB);
    }
    try (Site site = Site.open(disk, server)) {
      try (Guest guest = Guest.withLittleRoomAt(site.port()).asks("GET", "/film.mp4")) {
        Await.until("the first bytes of the film", guest::hasAnswer);
        if (!site.kitchen().comesWithout(() -> bytesRead(disk) > 16 * MIB)) {
          throw Diagnosis.observed(
                  "A guest reads nothing, and %d of 64 MiB were read from the disk for it."
                      .formatted(bytesRead(disk) / MIB))
              .means("What is read and not sent lies in memory, for each slow guest anew.")
              .nextStep(
                  "Stream, and pause the file while the response's queue is full: pipe() does.");
        }
      }
      // The guest has left in the middle.
      site.assertFilesAreClosed();
    }
  }

  @Test
  @Order(17)
  void a_disk_that_fails_midway_breaks_the_connection(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    disk.when(Op.READ).from(2).fails("Input/output error");
    try (Site site = Site.open(disk, server)) {
      Guest guest = site.guest().leavesWhen(() -> hasFailed(disk) && site.kitchen().isSettledNow());
      disk.when(Op.READ).atMost(100_000);
      Guest.Answer answer = guest.asks("GET", "/photo.jpg").answer();
      if (!answer.cutOff() && answer.status() == 200) {
        throw Diagnosis.observed(
                "The disk failed midway; the guest was sent " + answer.body().length)
            .means("It takes a part of the file for the whole.")
            .nextStep("Let the failure reach Reply.failed, and do not end the response before.");
      }
    }
  }

  @Test
  @Order(18)
  void a_thousand_guests_wait_for_the_disk_and_health_answers(Disk disk) throws IOException {
    a_guest_costs_no_more_than_a_small_chunk(disk); // a thousand large ones would end this JVM
    disk.seed("site/photo.jpg", Arrays.copyOf(PHOTO, 1000));
    List<Guest> guests = new ArrayList<>();
    try (Site site = Site.open(disk, server);
        Gate held = disk.hold()) {
      Guest doctor = site.guest();
      for (int i = 0; i < Site.thousand(); i++) {
        guests.add(site.guest().asks("GET", "/photo.jpg"));
      }
      arrives(site, held, guests.getFirst());
      site.kitchen()
          .goesOnTicking("Do all that asks the disk in Vert.x's FileSystem, or on a worker.");
      assertSent(site, doctor.asks("GET", "/health").answer(), 200, "OK".getBytes(ISO_8859_1));

      held.open();
      for (Guest guest : guests) {
        assertSent(site, guest.answer(), 200, Arrays.copyOf(PHOTO, 1000));
      }
    }
  }

  private void assertLoopIsFree(Disk disk, Op... ops) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    try (Site site = Site.open(disk, server);
        Gate held = disk.when(ops).on("site/photo.jpg").hold()) {
      Guest guest = site.guest().asks("GET", "/photo.jpg");
      arrives(site, held, guest);
      site.kitchen().heartbeat().keepsTickingWhile(held, "the event loop");
      held.open();
      assertSent(site, guest.answer(), 200, PHOTO);
    }
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
