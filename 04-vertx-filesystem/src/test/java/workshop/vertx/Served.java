package workshop.vertx;

import static java.nio.file.StandardOpenOption.WRITE;

import java.util.Arrays;
import java.util.List;
import workshop.testkit.disk.Disk;
import workshop.testkit.disk.DiskEvent;
import workshop.testkit.disk.Gate;
import workshop.testkit.disk.Op;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Await;

/** What guests of the file server may expect, in words for a learner. */
final class Served {

  /** In bytes. Said in the exercise's page. */
  private static final int LARGEST_CHUNK = 256 * 1024;

  private Served() {}

  /** Waits until a request stands at the disk; fails if it is answered without. */
  static void arrives(Site site, Gate held, Guest guest) {
    String what = held.describe() + " at the disk";
    Await.until(what, () -> held.waiting() > 0 || guest.hasAnswer());
    // The head of an answer may come first: the loop has some turns to go to the disk after that.
    long turns = site.kitchen().heartbeat().ticks() + 100;
    Await.until(what, () -> held.waiting() > 0 || site.kitchen().heartbeat().ticks() > turns);
    if (held.waiting() == 0) {
      throw Teaching.saw(
              "A file was sent, and the disk was never asked for " + held.describe() + ".")
          .means(
              "It went past java.nio.file, through java.io, as sendFile(String) does: that opens and"
                  + " sends the file on the event loop, which waits for the disk.")
          .todo("Open an AsyncFile and pipe it into the response.");
    }
  }

  static void assertSent(Site site, Guest.Answer answer, int status, byte[] body) {
    site.kitchen().rethrowTodo();
    if (answer.status() != status) {
      throw Teaching.saw(
              "A guest should have got the status %d and got %d."
                  .formatted(status, answer.status()))
          .means("Either the file was not found, or sending it failed.")
          .todo("Announce what Reply says, and let find() and send() fail only if they have to.")
          .evidence("What a handler threw", site.kitchen().unhandledInWords())
          .because(site.kitchen().unhandled());
    }
    if (!Arrays.equals(answer.body(), body)) {
      throw Teaching.saw(
              "The guest got %d bytes%s; it should have got %d. They differ from byte %d on."
                  .formatted(
                      answer.body().length,
                      answer.cutOff() ? ", then the connection ended" : "",
                      body.length,
                      Arrays.mismatch(answer.body(), body)))
          .means("What follows the header fields is not the part of the file that they promise.")
          .todo("Reply says where to begin (first) and how much to send (length).")
          .because(site.kitchen().unhandled());
    }
  }

  static void assertHeader(Guest.Answer answer, String name, String value) {
    if (!answer.header(name).equals(value)) {
      throw Teaching.saw("%s should be %s and is %s".formatted(name, value, answer.headers()))
          .means("A browser acts on the header fields before it has seen a byte.")
          .todo("Send all header fields that Reply has: announce() sets them.");
    }
  }

  static void assertRefused(Site site, String target, Guest.Answer answer, String secret) {
    site.kitchen().rethrowTodo();
    if (answer.text().contains(secret)) {
      throw Teaching.saw("GET " + target + " was answered with a file outside of the root.")
          .means("Whoever can reach the port can read every file that this process can read.")
          .todo(
              "Decode first, then resolve against the root and follow all links (toRealPath), and"
                  + " only then compare with the root, as paths and not as texts.");
    }
    if (answer.status() < 400 || answer.status() > 404) {
      throw Teaching.saw("GET " + target + " was answered with " + answer.status() + ".")
          .means(
              "No regular file below the root has this name (a directory is none), and that is an"
                  + " ordinary case.")
          .todo("Fail the future of find() with NoSuchFileException: Reply.failed makes it a 404.")
          .because(site.kitchen().unhandled());
    }
  }

  static void assertOpenedForReadingOnly(Disk disk) {
    for (DiskEvent opening : disk.recording().only(Op.OPEN)) {
      if (opening.options().contains(WRITE)) {
        throw Teaching.saw("A file that is only sent was opened for writing too: " + opening)
            .means(
                "A server that may only read its files, as it should be, cannot open a single one.")
            .todo("Open it for reading only: see what new OpenOptions() has switched on.");
      }
    }
  }

  static void assertUnread(Disk disk, String request) {
    List<DiskEvent> reads =
        disk.recording().on(disk.path("site/photo.jpg")).only(Op.READ, Op.TRANSFER).events();
    if (!reads.isEmpty()) {
      throw Teaching.saw("For " + request + " the disk was asked for the content of photo.jpg.")
          .means("The answer has no body: reading the file was work for nothing.")
          .todo("Open the file only if Reply says that there are bytes to send.")
          .evidence("On the disk", disk.recording());
    }
  }

  static void assertTheLoopAskedNothing(Site site, Disk disk) {
    for (DiskEvent event : disk.recording()) {
      if (event.thread().is(site.kitchen().loop())) {
        throw Teaching.saw("The event loop itself asked the disk: " + event)
            .means(
                "Following links and reading attributes is disk work too. A network drive can take"
                    + " seconds for it, and all guests wait.")
            .todo("Do it in executeBlocking, or with the methods of Vert.x's FileSystem.")
            .evidence("On the disk", disk.recording());
      }
    }
  }

  /** Fails if what one guest costs is more than a thousand guests can have. */
  static void assertChunksAreSmall(Disk disk) {
    long largest =
        disk.recording().only(Op.READ).events().stream()
            .mapToLong(DiskEvent::requested)
            .max()
            .orElse(0);
    if (largest > LARGEST_CHUNK) {
      throw Teaching.saw(
              "For one guest %,d KiB were asked for in a single read.".formatted(largest / 1024))
          .means(
              "Each guest costs the memory of a chunk: for a thousand of them that is %,d MiB, and"
                      .formatted(largest * 1000 / (1024 * 1024))
                  + " the program ends before the disk has answered one.")
          .todo(
              "Stream, in chunks of some KiB: a file that is read as a whole is one chunk, and"
                  + " setReadBufferSize says how large one is.")
          .evidence("On the disk", disk.recording());
    }
  }

  /** Returns how many bytes have come from the disk. */
  static long bytesRead(Disk disk) {
    return disk.recording().only(Op.READ, Op.TRANSFER).events().stream()
        .mapToLong(event -> Math.max(0, event.transferred()))
        .sum();
  }

  /** Tells whether a read has come back with an error. */
  static boolean hasFailed(Disk disk) {
    return disk.recording().only(Op.READ).events().stream()
        .anyMatch(read -> read.hasEnded() && !read.isDone());
  }
}
