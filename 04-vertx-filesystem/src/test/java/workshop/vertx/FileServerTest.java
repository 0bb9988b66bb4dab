package workshop.vertx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;
import static workshop.vertx.FileServerDiagnosis.arrives;
import static workshop.vertx.FileServerDiagnosis.assertChunksAreSmall;
import static workshop.vertx.FileServerDiagnosis.assertHeader;
import static workshop.vertx.FileServerDiagnosis.assertOpenedForReadingOnly;
import static workshop.vertx.FileServerDiagnosis.assertPart;
import static workshop.vertx.FileServerDiagnosis.assertSent;
import static workshop.vertx.FileServerDiagnosis.assertUnread;
import static workshop.vertx.FileServerDiagnosis.bytesRead;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class FileServerTest extends FileServerFindContract {

  private static final int MIB = 1024 * 1024;
  private static final byte[] PHOTO = SampleBytes.random(300_001);

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
      assertHeader(photo, "Content-Length", String.valueOf(PHOTO.length));

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
    // Opening a pipe for reading blocks until another thread opens it for writing.
    makePipe(pipe);
    AtomicReference<Future<Void>> sent = new AtomicReference<>();
    Resource resource = new Resource(pipe, 100, Instant.now());
    try (TestServer http = TestServer.sending(disk, server, resource, sent::set)) {
      RawClient client = http.client().send("GET", "/pipe");
      await("the arrival of a request").until(() -> sent.get() != null);
      try {
        http.loop()
            .keepsTicking(
                "Open an AsyncFile, which works off the loop, and pipe it into the response."
                    + " sendFile(String) opens and sends the file on the event loop itself.");
      } finally {
        http.loop().eventually(() -> letsGo(pipe) && sent.get().isComplete());
      }
      client.close();
    }
  }

  /**
   * Releases the thread that is blocked while it opens the pipe. Tries again in case the thread
   * came late.
   */
  private static boolean letsGo(Path pipe) {
    try {
      new RandomAccessFile(pipe.toFile(), "rw").close();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
  @Order(15)
  void an_empty_file_is_sent(Disk disk) throws IOException {
    disk.seed("site/empty.txt", "");
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient.Answer answer = http.client().send("GET", "/empty.txt").answer();
      if (answer.status() == 404) {
        throw FileServerDiagnosis.emptyFileRefused();
      }
      assertSent(http, answer, 200, new byte[0]);
    }
  }

  @Test
  @Order(16)
  void a_head_request_gets_the_headers_but_no_body(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    disk.seed("site/next.txt", "next");
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      RawClient.Answer head = client.send("HEAD", "/photo.jpg").answer();
      assertSent(http, head, 200, new byte[0]);
      assertHeader(head, "Content-Length", String.valueOf(PHOTO.length));
      // On the same connection, an unexpected body would be taken for the next reply.
      byte[] next = "next".getBytes(ISO_8859_1);
      assertSent(http, client.send("GET", "/next.txt").answer(), 200, next);
    }
  }

  @Test
  @Order(17)
  void an_answer_without_a_body_does_not_open_the_file(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    // Without find(), which may open a file to examine it.
    try (TestServer http = TestServer.sending(disk, server, photo(disk, 0), sent -> {})) {
      RawClient client = http.client();
      client.send("HEAD", "/photo.jpg").answer();
      http.assertFilesAreClosed();
      assertUnread(disk, "photo.jpg", "a HEAD request");

      client.send("GET", "/photo.jpg", "Range: bytes=300001-").answer();
      http.assertFilesAreClosed();
      assertUnread(disk, "photo.jpg", "a request for a range past the end");

      client.send("GET", "/photo.jpg", "If-None-Match: *").answer();
      http.assertFilesAreClosed();
      assertUnread(disk, "photo.jpg", "a request with If-None-Match: *");
    }
  }

  @Test
  @Order(17)
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
    }
  }

  @Test
  @Order(18)
  void a_file_that_the_browser_already_has_is_not_sent_again(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient client = http.client();
      RawClient.Answer head = client.send("HEAD", "/photo.jpg").answer();
      String tag = head.header("ETag");
      String date = head.header("Last-Modified");

      RawClient.Answer same =
          client.send("GET", "/photo.jpg", "If-None-Match: \"x\", W/" + tag).answer();
      assertSent(http, same, 304, new byte[0]);
      RawClient.Answer since =
          client.send("GET", "/photo.jpg", "If-Modified-Since: " + date).answer();
      assertSent(http, since, 304, new byte[0]);

      String[] stale = {"Range: bytes=0-9", "If-Range: \"another-content\""};
      assertSent(http, client.send("GET", "/photo.jpg", stale).answer(), 200, PHOTO);
      String[] valid = {"Range: bytes=0-9", "If-Range: " + tag};
      byte[] part = Arrays.copyOf(PHOTO, 10);
      assertSent(http, client.send("GET", "/photo.jpg", valid).answer(), 206, part);
    }
  }

  @Test
  @Order(19)
  void a_client_costs_no_more_memory_than_a_small_chunk(Disk disk) throws IOException {
    disk.seed("site/film.mp4", new byte[2 * MIB]);
    disk.seed("site/photo.jpg", PHOTO);
    try (TestServer http = TestServer.open(disk, server)) {
      assertSent(http, http.client().send("GET", "/photo.jpg").answer(), 200, PHOTO);
      assertSent(http, http.client().send("GET", "/film.mp4").answer(), 200, new byte[2 * MIB]);
    }
    assertChunksAreSmall(disk);
  }

  @Test
  @Order(20)
  void the_server_stops_reading_while_a_client_does_not_read(Disk disk) throws IOException {
    seedFilm(disk);
    try (TestServer http = TestServer.open(disk, server)) {
      try (RawClient client = RawClient.withLittleRoomAt(http.port()).send("GET", "/film.mp4")) {
        await("the first bytes of the film").until(client::hasAnswer);
        if (!http.loop().quietWithout(() -> bytesRead(disk) > 8 * MIB)) {
          throw FileServerDiagnosis.readForASlowClient(bytesRead(disk) / MIB);
        }
      }
      // The client disconnected in the middle.
      http.assertFilesAreClosed();
    }
  }

  @Test
  @Order(21)
  void a_read_that_fails_midway_closes_the_connection(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    disk.when(Op.READ).from(2).fails("Input/output error");
    try (TestServer http = TestServer.open(disk, server)) {
      disk.when(Op.READ).atMost(100_000);
      RawClient.Answer answer = http.client().send("GET", "/photo.jpg").answer();
      if (!answer.cutOff() && answer.status() == 200) {
        throw FileServerDiagnosis.partSentAsAWhole(answer);
      }
    }
  }

  @Test
  @Order(22)
  void a_slow_client_occupies_no_worker(Disk disk) throws IOException {
    seedFilm(disk);
    disk.seed("site/quick.txt", "quick");
    List<RawClient> slow = new ArrayList<>();
    try (TestServer http = TestServer.withWorkers(2, disk, server)) {
      for (int i = 0; i < 3; i++) {
        slow.add(RawClient.withLittleRoomAt(http.port()).send("GET", "/film.mp4"));
      }
      http.loop().awaitQuiet();
      RawClient quick = http.client().send("GET", "/quick.txt");
      if (!http.loop().eventually(quick::hasAnswer)) {
        throw FileServerDiagnosis.workersKept();
      }
      assertSent(http, quick.answer(), 200, "quick".getBytes(ISO_8859_1));
      for (RawClient client : slow) {
        client.close();
      }
      http.assertFilesAreClosed();
    }
  }

  @Test
  @Order(23)
  void send_completes_after_the_file_is_closed(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    AtomicReference<Future<Void>> sent = new AtomicReference<>();
    try (TestServer http = TestServer.sending(disk, server, photo(disk, 0), sent::set);
        Gate held = disk.hold(Op.CLOSE)) {
      RawClient client = http.client().send("GET", "/photo.jpg");
      arrives(http, held, client);
      if (!http.loop().quietWithout(() -> sent.get().isComplete())) {
        throw FileServerDiagnosis.doneBeforeTheClose();
      }
      held.open();
      assertSent(http, client.answer(), 200, PHOTO);
    }
  }

  @Test
  @Order(24)
  void a_short_read_is_not_the_end_of_a_range(Disk disk) throws IOException {
    byte[] menu = SampleBytes.random(200);
    disk.seed("site/menu.txt", menu);
    disk.when(Op.READ).atMost(7);
    try (TestServer http = TestServer.open(disk, server)) {
      RawClient.Answer answer =
          http.client().send("GET", "/menu.txt", "Range: bytes=100-149").answer();
      if (!Arrays.equals(answer.body(), Arrays.copyOfRange(menu, 100, 150))) {
        throw FileServerDiagnosis.shortReadTaken();
      }
    }
  }

  @Test
  @Order(24)
  void a_file_that_became_shorter_fails_the_future(Disk disk) throws IOException {
    disk.seed("site/photo.jpg", PHOTO);
    AtomicReference<Future<Void>> sent = new AtomicReference<>();
    try (TestServer http = TestServer.sending(disk, server, photo(disk, 1), sent::set)) {
      http.client().send("GET", "/photo.jpg");
      boolean ended = http.loop().eventually(() -> sent.get() != null && sent.get().isComplete());
      if (!ended || sent.get().succeeded()) {
        throw FileServerDiagnosis.tooShort(PHOTO.length, ended);
      }
    }
  }

  /** Returns the photo as find() would return it if it were {@code longer} bytes longer. */
  private static Resource photo(Disk disk, int longer) {
    return new Resource(disk.path("site/photo.jpg"), PHOTO.length + longer, Instant.now());
  }

  private static void seedFilm(Disk disk) throws IOException {
    disk.seed("site/film.mp4", "");
    try (RandomAccessFile film = new RandomAccessFile(disk.path("site/film.mp4").toFile(), "rw")) {
      film.setLength(64L * MIB);
    }
  }

  @Test
  @Order(25)
  void health_still_answers_while_a_thousand_clients_wait_for_the_disk(Disk disk)
      throws IOException {
    // A thousand large chunks would exhaust the memory of this JVM, so check the chunks first.
    new FileServerTest().a_client_costs_no_more_memory_than_a_small_chunk(disk);
    disk.seed("site/photo.jpg", Arrays.copyOf(PHOTO, 1000));
    List<RawClient> clients = new ArrayList<>();
    try (TestServer http = TestServer.open(disk, server);
        Gate held = disk.hold()) {
      RawClient healthClient = http.client();
      for (int i = 0; i < TestServer.thousandOrFewer(); i++) {
        clients.add(http.client().send("GET", "/photo.jpg"));
      }
      arrives(http, held, clients.getFirst());
      http.loop().keepsTicking("Do all disk work in Vert.x's FileSystem, or on a worker.");
      assertSent(
          http, healthClient.send("GET", "/health").answer(), 200, "OK".getBytes(ISO_8859_1));

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
      if (http.loop().hasTimer()) {
        throw EventLoopDiagnosis.setsATimer(held);
      }
      held.open();
      assertSent(http, client.answer(), 200, PHOTO);
    }
  }
}
