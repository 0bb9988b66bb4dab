package workshop.downloads;

import static workshop.downloads.Failing.assertNames;
import static workshop.downloads.Failing.assertOnly;
import static workshop.downloads.Failing.failureOf;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.BusyWaitDetector;
import workshop.testkit.thread.Caller;

@ExerciseSuite
class AllAtOnceTest extends DownloadContract {

  private static final int MANY = 40;

  private final AllAtOnce downloads = Answer.of(AllAtOnce.class);

  @Override
  void download(URI from, Path to) throws Exception {
    Await.result("the download", downloads.download(client, from, to));
  }

  @Test
  @Order(10)
  void the_caller_comes_back_while_the_server_still_thinks(Disk disk) {
    List<URI> files = serve(3);
    CompletableFuture<List<Path>> all;
    try (OriginGate held = origin.hold()) {
      all = start(files, disk, held);
    }
    Await.result("all downloads", all);
  }

  @Test
  @Order(11)
  void all_requests_are_on_their_way_together(Disk disk) {
    BusyWaitDetector sleepers = BusyWaitDetector.watch();
    CompletableFuture<List<Path>> all;
    try (OriginGate held = origin.hold()) {
      all = start(serve(MANY), disk, held);
      held.awaitTogether(MANY);
      sleepers.sleepWhile("the server holds all replies");
    }

    for (int i = 0; i < MANY; i++) {
      awaitFile(disk, i);
    }
    Await.result("all downloads", all);
  }

  @Test
  @Order(12)
  void the_list_is_in_the_order_of_the_orders(Disk disk) {
    List<OriginGate> gates =
        IntStream.range(0, 4).mapToObj(i -> origin.at("/file-" + i).hold()).toList();
    CompletableFuture<List<Path>> all = startTogether(serve(4), disk);
    for (int i = 3; i >= 0; i--) {
      gates.get(i).open();
      awaitFile(disk, i);
    }

    List<Path> files = Await.result("all downloads", all);

    List<Path> expected = IntStream.range(0, 4).mapToObj(i -> disk.path("file-" + i)).toList();
    if (!expected.equals(files)) {
      throw Diagnosis.observed(
              "The last file arrived first, and the list was " + names(files) + ".")
          .means("The caller cannot tell which file belongs to which URL.")
          .nextStep("Keep one future for each URL, in order, and collect from them in that order.");
    }
  }

  @Test
  @Order(13)
  void all_have_ended_when_the_list_is_there(Disk disk) {
    OriginGate slow = origin.at("/file-2").hold();
    CompletableFuture<List<Path>> all = startTogether(serve(3), disk);
    awaitFile(disk, 0);
    awaitFile(disk, 1);

    assertNotYet(all, "file-2 was still held by the server");
    slow.open();
    Await.result("all downloads", all);

    assertThat(disk).file("file-2").holds(body(2));
  }

  @Test
  @Order(14)
  void one_failure_does_not_lose_the_others(Disk disk) {
    OriginGate slow = origin.at("/file-2").hold();
    List<URI> files = serve(3);
    origin.at("/file-0").answers(Reply.status(404));
    CompletableFuture<List<Path>> all = startTogether(files, disk);
    awaitFile(disk, 1);

    assertNotYet(all, "file-0 had failed, and file-2 was still held by the server");
    slow.open();
    String fault = "One of three downloads was answered with 404.";
    Throwable failure = failureOf(fault, () -> Await.result("all downloads", all));

    assertNames(files.get(0), "404", failure);
    assertOnly(List.of("file-1", "file-2"), disk, fault);
    assertThat(disk).file("file-2").holds(body(2));
  }

  @Test
  @Order(15)
  void a_url_that_cannot_be_asked_leaves_nothing_under_way(Disk disk) {
    List<URI> files = new ArrayList<>(serve(2));
    files.add(URI.create("carrier-pigeon://roof/file-2"));
    String fault = "The last of three URLs was carrier-pigeon://roof/file-2.";
    try (OriginGate held = origin.hold()) {
      CompletableFuture<List<Path>> all;
      try {
        all = downloads.downloadAll(client, files, disk.directory());
      } catch (IllegalArgumentException refused) {
        if (!Soon.staysFalse(() -> origin.exchanges().count() > 0)) {
          throw Diagnosis.observed(fault + " It was refused, and the others are on their way.")
              .means("The caller got no future: nobody can wait for these downloads, or stop them.")
              .nextStep(
                  "Look at all URLs before you begin the first download; HttpRequest.newBuilder"
                      + " refuses the bad ones. Or let the future of that download fail.")
              .evidence("At the origin", origin.exchanges())
              .because(refused);
        }
        return;
      }
      held.open();
      failureOf(fault, () -> Await.result("all downloads", all));
    }
  }

  private CompletableFuture<List<Path>> start(List<URI> files, Disk disk, OriginGate held) {
    return Caller.call("downloadAll", () -> downloads.downloadAll(client, files, disk.directory()))
        .returnsWhileHeld(held);
  }

  /** Starts them all, and goes on when all requests have been seen at the same time. */
  private CompletableFuture<List<Path>> startTogether(List<URI> files, Disk disk) {
    try (OriginGate held = origin.hold()) {
      CompletableFuture<List<Path>> all = start(files, disk, held);
      held.awaitTogether(files.size());
      return all;
    }
  }

  private List<URI> serve(int count) {
    for (int i = 0; i < count; i++) {
      origin.at("/file-" + i).answers(Reply.of(body(i)));
    }
    return IntStream.range(0, count).mapToObj(i -> origin.uri("/file-" + i)).toList();
  }

  private static byte[] body(int i) {
    return Reply.randomBytes(i, 1_000 + i);
  }

  private static void awaitFile(Disk disk, int i) {
    String name = "file-" + i;
    Await.until(
        "all bytes of " + name,
        () -> disk.exists(name) && disk.contents(name).length == body(i).length,
        () -> disk.recording().toString());
  }

  private static void assertNotYet(CompletableFuture<?> all, String why) {
    if (!Soon.staysFalse(all::isDone)) {
      throw Diagnosis.observed("The result was there while " + why + ".")
          .means("Whoever goes on now leaves work behind that nobody waits for any more.")
          .nextStep(
              "Complete the result when the last of them has ended, whatever became of the others.");
    }
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }
}
