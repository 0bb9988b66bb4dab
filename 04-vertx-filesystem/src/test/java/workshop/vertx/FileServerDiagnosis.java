package workshop.vertx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Arrays;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/** What the suite of 04-6 expects of replies, and the explanations if they differ. */
final class FileServerDiagnosis {

  /**
   * In bytes, as the exercise's page says. A thousand clients each have such a chunk at the same
   * time, and Vert.x has a copy of each. The JVM that judges has a heap of 256 MiB.
   */
  static final int LARGEST_CHUNK = 32 * 1024;

  private FileServerDiagnosis() {}

  /** Waits until a request reaches the held operation; fails if it is answered without it. */
  static void arrives(TestServer http, Gate held, RawClient client) {
    http.loop().eventually(() -> held.waiting() > 0 || client.hasAnswer());
    // The head of a reply may come first. The loop gets a few more turns to ask the disk.
    long turns = http.loop().heartbeat().ticks() + 100;
    http.loop().eventually(() -> held.waiting() > 0 || http.loop().heartbeat().ticks() > turns);
    if (held.waiting() == 0) {
      throw Diagnosis.observed(
              "The server sent a file, but the suite did not see " + held.describe() + ".")
          .means(
              "Your code read the file with java.io, as sendFile(String) does. sendFile opens and"
                  + " sends the file on the event loop, which then waits for the disk.")
          .nextStep("Open an AsyncFile and pipe it into the response.");
    }
  }

  static void assertFound(LoopCall<Resource> order, int size, Instant changed) {
    order.awaitEnd();
    if (order.failure() instanceof NoSuchFileException missing
        && "/photo.jpg".equals(missing.getFile())) {
      throw Diagnosis.observed(
              "find() looked for /photo.jpg at the root of the whole file system: " + missing)
          .means(
              "A path that begins with a slash is absolute: resolve() returns it as it is and"
                  + " ignores the root. A request can then reach every file on the machine.")
          .nextStep(
              "Resolve the name without the leading slash: Resource.name(requestPath) removes the"
                  + " slash and decodes the name.")
          .because(missing);
    }
    Resource found = order.result();
    if (found == null || found.size() != size || !found.file().endsWith("photo.jpg")) {
      throw Diagnosis.observed(
              "photo.jpg has %d bytes, but find() returned %s.".formatted(size, found))
          .means("Reply computes the headers from this result, so the client gets wrong ones.")
          .nextStep("Return the file's path, its size and the time of its last change.");
    }
    if (!changed.equals(found.modified())) {
      throw Diagnosis.observed(
              "photo.jpg was last changed at %s, but find() says %s."
                  .formatted(changed, found.modified()))
          .means(
              "Reply computes ETag and Last-Modified from this time. If the time is wrong, a"
                  + " browser downloads a file that it already has.")
          .nextStep("Return the file's lastModifiedTime(), not the current time.");
    }
  }

  static void assertFoundThroughALinkedRoot(
      TestServer http, RawClient.Answer answer, String content) {
    if (answer.status() == 404) {
      throw Diagnosis.observed(
              "The root was a relative path and a symbolic link, and %s got 404."
                  .formatted(answer.to()))
          .means(
              "Your code followed the links in the path of the file, but not those in the path of"
                  + " the root, so the two paths begin differently.")
          .nextStep("Take the real path of the root, too, and compare the two real paths.");
    }
    assertSent(http, answer, 200, content.getBytes(ISO_8859_1));
  }

  static void assertSent(TestServer http, RawClient.Answer answer, int status, byte[] body) {
    if (answer.status() != status) {
      throw rethrow(otherStatus(http, status, answer));
    }
    if (!Arrays.equals(answer.body(), body)) {
      throw otherBody(answer, body).because(http.loop().unhandled());
    }
  }

  static Diagnosis diskErrorHidden(Throwable failure) {
    return Diagnosis.observed(
            "The disk failed with \"Input/output error\", and find() failed with " + failure)
        .means(
            "The client gets 404 for a file that exists, and the log does not show that the disk"
                + " failed.")
        .nextStep(
            "Let the disk's error leave the Callable unchanged. Files.exists and"
                + " Files.isRegularFile hide it: they return false after any error.")
        .because(failure);
  }

  static Diagnosis emptyFileRefused() {
    return Diagnosis.observed("GET /empty.txt got 404, although the file exists and has 0 bytes.")
        .means("An empty file is a regular file, so the answer should be 200, with an empty body.")
        .nextStep("Do not refuse a file because of its size.");
  }

  private static Diagnosis otherBody(RawClient.Answer answer, byte[] body) {
    return Diagnosis.observed(
            "The client got "
                + SampleBytes.difference(body, answer.body())
                + (answer.cutOff() ? "; then the connection ended." : "."))
        .means("The body does not match the headers, so the client stores a damaged file.")
        .nextStep("Pass Reply's first() to setReadPos, and its length() to setReadLength.");
  }

  private static Throwable otherStatus(TestServer http, int status, RawClient.Answer answer) {
    if (answer.status() >= 500) {
      Throwable error = failed(http, answer);
      return error instanceof UnsupportedOperationException
          ? error
          : unexpectedError(error, http, answer);
    }
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "%s should get status %d, but got %d.".formatted(answer.to(), status, answer.status()));
    if (status == 304) {
      return observed
          .means(
              "Reply computes ETag and Last-Modified from the Resource's time and size. If these"
                  + " change although the file does not, a browser downloads the same file again.")
          .nextStep(
              "Return the file's own lastModifiedTime() from find(), not the current time, and"
                  + " send the headers of Reply.");
    }
    if (answer.status() == 404) {
      return observed
          .means("The future of find() or send() failed with an error that means \"no such file\".")
          .nextStep(
              "Trace this path through find(): check what Resource.name(), resolve() and"
                  + " toRealPath() return, and what you compare the result with.");
    }
    return observed
        .means("The client does not get the status that Reply has computed.")
        .nextStep("Before you send a byte, call Reply's announce(), which sets the status.");
  }

  private static Diagnosis unexpectedError(
      Throwable error, TestServer http, RawClient.Answer answer) {
    String line = LoopCall.line(error);
    return Diagnosis.observed(
            "%s was answered with %d, because of %s%s"
                .formatted(answer.to(), answer.status(), error, line))
        .means("find() or send() failed with this error, although nothing was wrong with the file.")
        .nextStep(
            line.isEmpty()
                ? "The stack trace has none of your lines. See below which file was"
                    + " opened last, and whether it is the requested one."
                : "Start at that line, and see below what happened on the disk before the error.")
        .evidence("On the disk", http.recording())
        .because(error);
  }

  /** Returns the error of find() or send(): what Reply.failed reports only wraps it. */
  private static Throwable failed(TestServer http, RawClient.Answer answer) {
    http.loop().eventually(() -> http.loop().unhandled() != null);
    Throwable thrown = http.loop().unhandled();
    if (thrown == null) {
      return new IllegalStateException(
          answer.to() + " got " + answer.status() + ", and no error was reported");
    }
    return thrown.getCause() == null ? thrown : thrown.getCause();
  }

  static void assertHeader(RawClient.Answer answer, String name, String value) {
    if (!answer.header(name).equals(value)) {
      String is = answer.header(name).isEmpty() ? "missing" : answer.header(name);
      throw Diagnosis.observed(
              "The header field %s is %s; it should be %s.".formatted(name, is, value))
          .means("A browser uses the headers to decide what to do with the body.")
          .nextStep("Send all headers that Reply has: announce() sets them.");
    }
  }

  static void assertPart(
      TestServer http, RawClient client, String range, byte[] whole, int from, int to)
      throws IOException {
    RawClient.Answer answer = client.send("GET", "/photo.jpg", "Range: " + range).answer();
    assertSent(http, answer, 206, Arrays.copyOfRange(whole, from, to));
    assertHeader(answer, "Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, whole.length));
  }

  static void assertRefused(
      TestServer http, String target, RawClient.Answer answer, String secret) {
    if (answer.text().contains(secret)) {
      throw Diagnosis.observed("GET " + target + " was answered with a file outside the root.")
          .means("Anyone who can reach the port can read every file that this process can read.")
          .nextStep(
              "Decode the name, resolve it, and follow all links with toRealPath. Only then"
                  + " compare the result with the root, as paths and not as text.");
    }
    Throwable failure = answer.status() >= 500 ? failed(http, answer) : null;
    if (failure instanceof UnsupportedOperationException todo) {
      throw todo;
    }
    if (answer.status() < 400 || answer.status() > 404) {
      throw Diagnosis.observed("GET " + target + " was answered with " + answer.status() + ".")
          .means(
              "No regular file below the root has this name, so the client must get 404. A"
                  + " directory is not a regular file, and neither is a named pipe.")
          .nextStep(
              "Fail the future of find() with NoSuchFileException: Reply.failed makes it a"
                  + " 404.")
          .evidence("What failed", "  " + (failure == null ? "nothing" : failure))
          .because(failure);
    }
  }

  static void assertNamed(TestServer http, RawClient.Answer answer, String name) {
    if (answer.status() == 404) {
      throw Diagnosis.observed(
              "%s got 404, although the file \"%s\" is below the root."
                  .formatted(answer.to(), name))
          .means(
              "A name may contain dots, percent signs and plus signs: none of them is an attack.")
          .nextStep(
              "Let Resource.name() decode the path once, and do not search the name for dots or"
                  + " percent signs. What counts is where the file really is.");
    }
    assertSent(http, answer, 200, name.getBytes(ISO_8859_1));
  }

  static void assertLinkIsFollowed(TestServer http, RawClient.Answer answer) {
    if (answer.status() == 404) {
      throw Diagnosis.observed(
              "today.txt is a link to menu.txt, which is below the root as well, but %s got 404."
                  .formatted(answer.to()))
          .means(
              "For a link, what counts is where it leads. Only a link that leads outside the root"
                  + " must get 404.")
          .nextStep("Follow the link with toRealPath, and check the file that it leads to.");
    }
    assertSent(http, answer, 200, "soup".getBytes(ISO_8859_1));
  }

  static void assertFresh(RawClient.Answer answer, String content) {
    if (!answer.text().equals(content)) {
      throw Diagnosis.observed(
              "menu.txt changed to \"%s\", but the next client got \"%s\"."
                  .formatted(content, answer.text()))
          .means("find() or send() remembers an earlier request, so clients get old content.")
          .nextStep("Ask the disk on each request, and cache nothing.");
    }
  }

  static void assertFoundAfterCreation(TestServer http, RawClient.Answer answer) {
    if (answer.status() == 404) {
      throw Diagnosis.observed(
              "new.txt was created after a 404, but the next client got 404 as well.")
          .means("find() remembers from an earlier request that the file was missing.")
          .nextStep("Ask the disk on each request, and cache nothing.");
    }
    assertSent(http, answer, 200, "bread".getBytes(ISO_8859_1));
  }

  static Diagnosis heldUp(Disk disk) {
    return Diagnosis.observed("A request for quick.txt waited for slow.txt, which the disk held.")
        .means(
            "By default, executeBlocking keeps its calls in order, so one slow file holds up all"
                + " other requests.")
        .nextStep("Requests need no order: call executeBlocking(..., false).")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis readForASlowClient(long mib) {
    return Diagnosis.observed(
            "The client did not read, but the server read %d of 64 MiB from the disk."
                .formatted(mib))
        .means("For each slow client, the bytes that were read but not yet sent stay in memory.")
        .nextStep("Stream the file with pipe(), which pauses while the response's queue is full.");
  }

  static Diagnosis workersKept() {
    return Diagnosis.observed(
            "Three slow clients occupied both workers, and a fourth client got no answer.")
        .means(
            "Each slow client keeps a worker waiting. By default, Vert.x has twenty workers, so"
                + " twenty slow clients stop the server.")
        .nextStep(
            "Do not wait for the client on a worker. Pipe the file into the response: a pipe"
                + " pauses without occupying a thread.")
        .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
  }

  static Diagnosis partSentAsAWhole(RawClient.Answer answer) {
    return Diagnosis.observed(
            "The disk failed midway, and the client got %,d bytes as a complete answer."
                .formatted(answer.body().length))
        .means("The client mistakes a part of the file for the whole.")
        .nextStep("After a failed read, fail the future of send(), and do not end the response.");
  }

  static Diagnosis shortReadTaken() {
    return Diagnosis.observed(
            "Each read returned at most 7 bytes, and the client did not get its 50 bytes.")
        .means("A read may return fewer bytes than you asked for, even in the middle of a file.")
        .nextStep("Read until you have all bytes. Each read starts where the previous one ended.");
  }

  static Diagnosis doneBeforeTheClose() {
    return Diagnosis.observed(
            "The future of send() was complete while the disk still held the CLOSE.")
        .means("The caller believes that the file is closed, but it is still open.")
        .nextStep("Make the close a step of the chain: eventually() waits for it.");
  }

  static Diagnosis tooShort(int size, boolean ended) {
    return Diagnosis.observed(
            "The answer announced %,d bytes, the file had only %,d, and the future of send() %s."
                .formatted(size + 1, size, ended ? "succeeded" : "never completed"))
        .means("The client waits for the missing bytes, on a connection that stays open.")
        .nextStep(
            "Compare response.bytesWritten() with Reply's length before you end the response, and"
                + " fail the future if bytes are missing.");
  }

  static void assertOpenedForReadingOnly(Disk disk) {
    for (DiskEvent opening : disk.recording().only(Op.OPEN)) {
      if (opening.options().contains(WRITE)) {
        throw Diagnosis.observed(
                "The file was opened for writing, although you only send it: " + opening)
            .means("A server that has no permission to write to its files cannot open any of them.")
            .nextStep("Open the file for reading only: check which OpenOptions are on by default.");
      }
    }
  }

  /** Fails if {@code file} was opened for an answer without a body; call it when all is closed. */
  static void assertUnread(Disk disk, String file, String request) {
    Recording onFile = disk.recording().on(disk.path("site/" + file));
    if (!onFile.only(Op.READ, Op.TRANSFER).isEmpty()) {
      throw wastedWork("The server read " + file + " to answer " + request, disk);
    }
    if (!onFile.only(Op.OPEN).isEmpty()) {
      throw wastedWork("The server opened " + file + " to answer " + request, disk);
    }
  }

  private static Diagnosis wastedWork(String observed, Disk disk) {
    return Diagnosis.observed(observed + ".")
        .means("The answer has no body, so opening the file only costs time.")
        .nextStep("If Reply's length is 0, end the response without opening the file.")
        .evidence("On the disk", disk.recording());
  }

  /** Fails if one client costs more memory than a thousand clients can have. */
  static void assertChunksAreSmall(Disk disk) {
    long largest =
        disk.recording().only(Op.READ).events().stream()
            .mapToLong(DiskEvent::requested)
            .max()
            .orElse(0);
    if (largest > LARGEST_CHUNK) {
      throw Diagnosis.observed(
              "A single read asked for %,d KiB, but a chunk may have at most %d KiB."
                  .formatted(largest / 1024, LARGEST_CHUNK / 1024))
          .means(
              "Each client needs memory for one chunk. For a thousand clients, that is %,d MiB."
                  .formatted(largest * 1000 / (1024 * 1024)))
          .nextStep("Stream small chunks. A file that is read as a whole is one large chunk.")
          .evidence("On the disk", disk.recording());
    }
  }

  /** Returns how many bytes have come from the disk. */
  static long bytesRead(Disk disk) {
    return disk.recording().only(Op.READ, Op.TRANSFER).events().stream()
        .mapToLong(event -> Math.max(0, event.transferred()))
        .sum();
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException rethrow(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
