package workshop.downloads;

import static org.awaitility.Awaitility.await;
import static workshop.downloads.DownloadDiagnosis.assertNames;
import static workshop.downloads.DownloadDiagnosis.assertOnly;
import static workshop.downloads.DownloadDiagnosis.failureOf;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.BusyWaitDetector;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Quiescence;

@ExerciseSuite
class AllAtOnceTest extends HttpClientContract {

  private static final int MANY = 40;

  private final AllAtOnce downloads = Answer.of(AllAtOnce.class);

  @Override
  void download(HttpClient httpClient, URI from, Path to) throws Exception {
    Await.result("the download", downloads.download(httpClient, from, to));
  }

  @Test
  @Order(10)
  void the_call_returns_before_the_server_replies(Disk disk) {
    List<URI> files = serve(3);
    CompletableFuture<List<Path>> all;
    try (OriginGate held = origin.hold()) {
      all = start(files, disk, held);
    }
    Await.result("all downloads", all);
  }

  @Test
  @Order(11)
  void all_requests_are_in_flight_together(Disk disk) {
    BusyWaitDetector detector = BusyWaitDetector.watch();
    CompletableFuture<List<Path>> all;
    try (OriginGate held = origin.hold()) {
      all = start(serve(MANY), disk, held);
      held.awaitTogether(MANY);
      detector.sleepWhile("the server holds all replies");
    }

    for (int i = 0; i < MANY; i++) {
      awaitFile(disk, i);
    }
    Await.result("all downloads", all);
  }

  @Test
  @Order(12)
  void the_list_is_in_the_order_of_the_urls(Disk disk) {
    List<OriginGate> gates =
        IntStream.range(0, 4).mapToObj(i -> origin.at("/file-" + i).hold()).toList();
    List<URI> served = serve(4);
    List<Integer> order = List.of(2, 0, 3, 1);
    CompletableFuture<List<Path>> all =
        startTogether(order.stream().map(served::get).toList(), disk);
    for (int i : order.reversed()) {
      gates.get(i).open();
      awaitFile(disk, i);
    }

    List<Path> files = Await.result("all downloads", all);

    List<Path> expected = order.stream().map(i -> disk.path("file-" + i)).toList();
    if (!expected.equals(files)) {
      throw expected.stream().sorted().toList().equals(files)
          ? AllAtOnceDiagnosis.isSorted(expected, files)
          : AllAtOnceDiagnosis.isInOrderOfArrival(expected, files);
    }
  }

  @Test
  @Order(13)
  void the_result_completes_when_all_downloads_have_ended(Disk disk) {
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
  void one_failure_does_not_lose_the_other_files(Disk disk) {
    OriginGate slow = origin.at("/file-2").hold();
    List<URI> files = serve(3);
    origin.at("/file-0").answers(Reply.status(404));
    CompletableFuture<List<Path>> all = startTogether(files, disk);
    awaitFile(disk, 1);

    assertNotYet(all, "file-2 was still held by the server, after file-0 had failed");
    slow.open();
    String fault = "One of three downloads was answered with 404.";
    String nextStep = "Check the status of each reply, and let a failed download fail the result.";
    Throwable failure = failureOf(fault, nextStep, () -> Await.result("all downloads", all));

    assertNames(files.get(0), "404", failure);
    assertOnly(List.of("file-1", "file-2"), disk, fault);
    assertThat(disk).file("file-2").holds(body(2));
  }

  @Test
  @Order(15)
  void urls_that_have_no_target_are_rejected_before_a_request_is_sent(Disk disk) {
    List<String> bad =
        List.of("carrier-pigeon://roof/file-2", "/", "/..", "/a/%2e%2e", "/b/file-1", "/file-1");
    for (String url : bad) {
      List<URI> files = new ArrayList<>(serve(2));
      files.add(url.startsWith("/") ? origin.uri(url) : URI.create(url));
      String fault = "The last of three URLs was " + url + ".";

      Throwable refused = refusalOf(fault, files, disk);

      if (origin.exchanges().count() > 0) {
        throw AllAtOnceDiagnosis.sendsBeforeItLooks(fault, origin, refused);
      }
      if (!(refused instanceof IllegalArgumentException)) {
        throw AllAtOnceDiagnosis.refusesWithAnotherError(fault, refused);
      }
    }
    if (!Quiescence.reachedWithout(() -> origin.exchanges().count() > 0)) {
      String fault = "The last of three URLs was one of these: " + bad + ".";
      throw AllAtOnceDiagnosis.sendsBeforeItLooks(fault, origin, null);
    }
  }

  private Throwable refusalOf(String fault, List<URI> files, Disk disk) {
    try {
      Await.result("all downloads", downloads.downloadAll(client, files, disk.directory()));
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception refused) {
      return refused;
    }
    throw AllAtOnceDiagnosis.acceptsABadUrl(fault, disk.names());
  }

  @Test
  @Order(54)
  void a_file_is_named_by_the_decoded_path_without_the_query(Disk disk) {
    origin.at("/a/b%20c+d.bin").answers(Reply.of("soup"));
    origin.at("/a/b c+d.bin").answers(Reply.of("soup"));
    List<URI> files = List.of(origin.uri("/a/b%20c+d.bin?day=monday"));

    Await.result("all downloads", downloads.downloadAll(client, files, disk.directory()));

    List<String> expected = List.of("b c+d.bin");
    if (!disk.names().equals(expected)) {
      throw AllAtOnceDiagnosis.namesTheFileAfterTheUrl(disk.names());
    }
  }

  @Test
  @Order(18)
  void a_failure_is_reported_after_the_clean_up(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));
    CompletableFuture<Path> download;
    try (Gate held = disk.hold(Op.DELETE)) {
      download = downloads.download(client, origin.uri("/menu.bin"), disk.path("menu.bin"));
      Eventually.holds(() -> held.waiting() > 0);

      if (held.waiting() > 0 && !Quiescence.reachedWithout(download::isDone)) {
        throw DownloadDiagnosis.endsBeforeTheDeletion(disk);
      }
    }
    Await.failure("the download", download);
  }

  @Test
  @Order(53)
  void an_error_that_is_not_an_io_exception_leaves_no_file(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    Runnable bug =
        () -> {
          throw new IllegalStateException("a bug in the driver of the disk");
        };
    disk.when(Op.WRITE).from(3).then(bug);
    String fault = "The third write failed with an IllegalStateException.";

    Throwable failure =
        failureOf(fault, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

    assertIsOfTheRightKind(failure);
    assertNames(origin.uri("/menu.bin"), "", failure);
    assertOnly(List.of(), disk, fault);
  }

  private CompletableFuture<List<Path>> start(List<URI> files, Disk disk, OriginGate held) {
    return Call.start("downloadAll", () -> downloads.downloadAll(client, files, disk.directory()))
        .returnsWhileHeld(held);
  }

  /** Starts all downloads, and continues once all requests are in flight at the same time. */
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
    await("all bytes of " + name)
        .until(() -> disk.exists(name) && disk.contents(name).length == body(i).length);
  }

  private static void assertNotYet(CompletableFuture<?> all, String why) {
    if (!Quiescence.reachedWithout(all::isDone)) {
      throw AllAtOnceDiagnosis.isCompleteTooEarly(why);
    }
  }
}
