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

/** What the suite of 04-6 expects of answers, and what it says if they differ. */
final class FileServerDiagnosis {

  /**
   * In bytes, as the exercise's page says. A thousand clients have such a chunk at the same time,
   * and Vert.x a copy of each; the JVM that judges has a heap of 256 MiB.
   */
  static final int LARGEST_CHUNK = 32 * 1024;

  private FileServerDiagnosis() {}

  /** Waits until a request stands at the disk; fails if it is answered without. */
  static void arrives(TestServer http, Gate held, RawClient client) {
    http.loop().eventually(() -> held.waiting() > 0 || client.hasAnswer());
    // The head of an answer may come first: the loop has some turns to ask the disk after that.
    long turns = http.loop().heartbeat().ticks() + 100;
    http.loop().eventually(() -> held.waiting() > 0 || http.loop().heartbeat().ticks() > turns);
    if (held.waiting() == 0) {
      throw Diagnosis.observed(
              "A file was sent, and the disk was never asked for " + held.describe() + ".")
          .means(
              "It went past java.nio.file, through java.io, as sendFile(String) does: that opens and"
                  + " sends the file on the event loop, which waits for the disk.")
          .nextStep("Open an AsyncFile and pipe it into the response.");
    }
  }

  static void assertFound(LoopCall<Resource> order, int size, Instant changed) {
    order.awaitEnd();
    if (order.failure() instanceof NoSuchFileException missing
        && "/photo.jpg".equals(missing.getFile())) {
      throw Diagnosis.observed(
              "find() looked for /photo.jpg, in the root of the whole disk: " + missing)
          .means(
              "A path that begins with a slash is absolute. resolve() then returns that path and"
                  + " ignores the root, so a request can reach every file of the machine.")
          .nextStep(
              "Resolve the name without the leading slash: Resource.name(requestPath) removes it and"
                  + " decodes the rest.")
          .because(missing);
    }
    Resource found = order.result();
    if (found == null || found.size() != size || !found.file().endsWith("photo.jpg")) {
      throw Diagnosis.observed("photo.jpg has %d bytes; found was %s.".formatted(size, found))
          .means("Reply makes the header fields from this, before the first byte is read.")
          .nextStep("Return the file's path, its size and the time of its last change.");
    }
    if (!changed.equals(found.modified())) {
      throw Diagnosis.observed(
              "photo.jpg was changed at %s; find() says %s.".formatted(changed, found.modified()))
          .means(
              "Reply makes ETag and Last-Modified from it. With any other time, a browser never learns that it already has "
                  + "the file (status 304).")
          .nextStep("Return the file's lastModifiedTime(), not the time of asking.");
    }
  }

  static void assertFoundBehindTheDoor(TestServer http, RawClient.Answer answer, String content) {
    if (answer.status() == 404) {
      throw Diagnosis.observed(
              "The root was a relative path and a symbolic link to the folder; %s got 404."
                  .formatted(answer.to()))
          .means(
              "toRealPath() followed all links in the file's path and none in the root's. The two"
                  + " begin differently, although the file is below the root.")
          .nextStep("Compare like with like: take the real path of the root as well.");
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

  private static Diagnosis otherBody(RawClient.Answer answer, byte[] body) {
    return Diagnosis.observed(
            "The client got "
                + SampleBytes.difference(body, answer.body())
                + (answer.cutOff() ? "; then the connection ended." : "."))
        .means("These are not the bytes of the file that the header fields announce.")
        .nextStep(
            "Begin where Reply says (first), and send as many bytes as it says (length). setReadPos"
                + " and setReadLength of an AsyncFile do that.");
  }

  private static Throwable otherStatus(TestServer http, int status, RawClient.Answer answer) {
    if (answer.status() >= 500) {
      Throwable error = failed(http, answer);
      return error instanceof UnsupportedOperationException ? error : toldOf(error, http, answer);
    }
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "%s should have been answered with the status %d and got %d."
                .formatted(answer.to(), status, answer.status()));
    if (status == 304) {
      return observed
          .means(
              "Reply takes the ETag and the Last-Modified from the Resource: the time of the last"
                  + " change and the size. When they differ from request to request, no browser can ever know what it already has.")
          .nextStep(
              "Let find() return the file's own lastModifiedTime(), not the time of asking, and"
                  + " announce what Reply says.");
    }
    if (answer.status() == 404) {
      return observed
          .means("The future of find() or send() failed with an error that means \"no such file\".")
          .nextStep(
              "Follow this path through find(): what does Resource.name() make of it, what resolve()"
                  + " and toRealPath() of that, and with what is it compared?");
    }
    return observed
        .means("The status line that was sent is not the one that Reply has.")
        .nextStep("Announce what Reply says, before the first byte: announce() sets the status.");
  }

  private static Diagnosis toldOf(Throwable error, TestServer http, RawClient.Answer answer) {
    String line = LoopCall.line(error);
    return Diagnosis.observed(
            "%s was answered with %d, because of %s%s"
                .formatted(answer.to(), answer.status(), error, line))
        .means("find() or send() ended with this error, where nothing was in their way.")
        .nextStep(
            line.isEmpty()
                ? "No line of yours is in its stack. See below what the disk was asked for last, and"
                    + " for which file: is it the one that was meant, and a regular one?"
                : "Begin at that line, and see below what the disk was asked for before.")
        .evidence("On the disk", http.recording())
        .because(error);
  }

  /** What find() or send() failed with: what Reply.failed reports only wraps it. */
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
          .means("A browser acts on the header fields before it has seen a byte of the file.")
          .nextStep("Send all header fields that Reply has: announce() sets them.");
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
      throw Diagnosis.observed("GET " + target + " was answered with a file outside of the root.")
          .means("Anybody who can reach the port can read every file that this process can read.")
          .nextStep(
              "Decode first, then resolve against the root and follow all links (toRealPath), and"
                  + " only then compare with the root, as paths and not as texts.");
    }
    Throwable failure = answer.status() >= 500 ? failed(http, answer) : null;
    if (failure instanceof UnsupportedOperationException todo) {
      throw todo;
    }
    if (answer.status() < 400 || answer.status() > 404) {
      throw Diagnosis.observed("GET " + target + " was answered with " + answer.status() + ".")
          .means(
              "No regular file below the root has this name (a directory is not one), and that is an"
                  + " ordinary case.")
          .nextStep(
              "Fail the future of find() with NoSuchFileException: Reply.failed makes it a 404.")
          .evidence("What failed", "  " + (failure == null ? "nothing" : failure))
          .because(failure);
    }
  }

  static void assertNamed(TestServer http, RawClient.Answer answer, String name) {
    if (answer.status() == 404) {
      throw Diagnosis.observed(
              "%s got 404, and below the root there is the file \"%s\"."
                  .formatted(answer.to(), name))
          .means("A name may contain dots, percent signs and a plus. None of them is an attack.")
          .nextStep(
              "Let Resource.name() decode the path, once, and do not search the name for anything."
                  + " What matters is where the file really is.");
    }
    assertSent(http, answer, 200, name.getBytes(ISO_8859_1));
  }

  static void assertFresh(RawClient.Answer answer, String content) {
    if (!answer.text().equals(content)) {
      throw Diagnosis.observed(
              "menu.txt changed to \"%s\"; the next client got \"%s\"."
                  .formatted(content, answer.text()))
          .means("Clients get what the file held, or how long it was, at an earlier request.")
          .nextStep("Look at the disk for each request, and keep nothing of it.");
    }
  }

  static Diagnosis heldUp(Disk disk) {
    return Diagnosis.observed("While the disk held slow.txt, quick.txt was not sent either.")
        .means("One request waits for another's file: executeBlocking keeps calls in order.")
        .nextStep("Requests need no particular order: executeBlocking(..., false).")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis readForASlowClient(long mib) {
    return Diagnosis.observed(
            "A client reads nothing, and %d of 64 MiB were read from the disk for it."
                .formatted(mib))
        .means("What is read and not sent is in memory, for each slow client.")
        .nextStep("Stream, and pause the file while the response's queue is full: pipe() does.");
  }

  static Diagnosis workersKept() {
    return Diagnosis.observed(
            "There are two workers. Three clients do not read, and a fourth gets no answer.")
        .means(
            "A worker waits for each slow client. Vert.x has twenty of them: twenty slow clients"
                + " stop the server.")
        .nextStep(
            "Do not wait for the client on a worker. Pipe the file into the response: the pipe"
                + " pauses and keeps no thread.")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }

  static Diagnosis partSentAsAWhole(RawClient.Answer answer) {
    return Diagnosis.observed(
            "The disk failed midway; the client got %,d bytes as a whole answer."
                .formatted(answer.body().length))
        .means("It takes a part of the file for the whole.")
        .nextStep("Let the failure reach Reply.failed, and do not end the response before.");
  }

  static Diagnosis doneBeforeTheClose() {
    return Diagnosis.observed("The future of send() was complete while the disk held the CLOSE.")
        .means("Callers believe that the file is closed. It is still open.")
        .nextStep("Make the closing a step of the chain: eventually() waits for it.");
  }

  static Diagnosis tooShort(int size, boolean ended) {
    return Diagnosis.observed(
            "The answer announced %,d bytes, and the file had only %,d. The future of send() %s."
                .formatted(size + 1, size, ended ? "succeeded" : "never completed"))
        .means("The client waits for the missing bytes, on a connection that stays open.")
        .nextStep(
            "Compare response.bytesWritten() with Reply's length before you end the response, and"
                + " fail the future if bytes are missing.");
  }

  static void assertOpenedForReadingOnly(Disk disk) {
    for (DiskEvent opening : disk.recording().only(Op.OPEN)) {
      if (opening.options().contains(WRITE)) {
        throw Diagnosis.observed("A file that is only sent was also opened for writing: " + opening)
            .means(
                "A server that may only read its files, as it should be, cannot open a single one.")
            .nextStep("Open it for reading only: see what new OpenOptions() turns on by default.");
      }
    }
  }

  /** Fails if {@code file} was opened for an answer without a body; call it when all is closed. */
  static void assertUnread(Disk disk, String file, String request) {
    Recording onFile = disk.recording().on(disk.path("site/" + file));
    if (!onFile.only(Op.READ, Op.TRANSFER).isEmpty()) {
      throw workForNothing(
          "For " + request + " the disk was asked for the content of " + file, disk);
    }
    if (!onFile.only(Op.OPEN).isEmpty()) {
      throw workForNothing("For " + request + " the disk was asked to open " + file, disk);
    }
  }

  private static Diagnosis workForNothing(String observed, Disk disk) {
    return Diagnosis.observed(observed + ".")
        .means("The answer has no body: opening and reading the file is wasted work.")
        .nextStep("If the length that Reply has is 0, end the response, and leave the disk alone.")
        .evidence("On the disk", disk.recording());
  }

  /** Fails if what one client costs is more than a thousand clients can have. */
  static void assertChunksAreSmall(Disk disk) {
    long largest =
        disk.recording().only(Op.READ).events().stream()
            .mapToLong(DiskEvent::requested)
            .max()
            .orElse(0);
    if (largest > LARGEST_CHUNK) {
      throw Diagnosis.observed(
              "For one client %,d KiB were asked for in a single read; permitted are %d."
                  .formatted(largest / 1024, LARGEST_CHUNK / 1024))
          .means(
              "Each client costs the memory of a chunk: for a thousand of them that is %,d MiB, and"
                      .formatted(largest * 1000 / (1024 * 1024))
                  + " the program ends before the disk has answered one.")
          .nextStep(
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

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException rethrow(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
