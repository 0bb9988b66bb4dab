package workshop.downloads;

import static workshop.downloads.DownloadDiagnosis.assertNames;
import static workshop.downloads.DownloadDiagnosis.assertOnly;
import static workshop.downloads.DownloadDiagnosis.failureOf;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;

@ExerciseSuite
class OneByOneTest extends HttpClientContract {

  private static final Duration LONG = Duration.ofMinutes(5);

  private static final String CHECK_EACH =
      "Compare every value in allValues(\"Content-Length\") with the file's length. Reject a reply"
          + " with both a length and a Transfer-Encoding.";

  private final OneByOne downloads = Answer.of(OneByOne.class);

  @Override
  void download(HttpClient httpClient, URI from, Path to) throws Exception {
    downloads.download(httpClient, from, to, LONG);
  }

  @Test
  @Order(37)
  void the_body_is_not_stored_unless_the_status_is_200(Disk disk) throws Exception {
    origin.at("/menu.bin").answers(Reply.status(404));

    client.send(
        HttpRequest.newBuilder(origin.uri("/menu.bin")).build(),
        downloads.into(disk.path("menu.bin")));

    if (!disk.recording().only(Op.OPEN).events().isEmpty()) {
      throw OneByOneDiagnosis.storesTheErrorPage(disk);
    }
  }

  @Test
  @Order(41)
  void a_request_without_a_reply_ends_at_the_timeout(Disk disk) {
    origin.hold();
    URI from = origin.uri("/menu.bin");
    Duration timeout = Duration.ofMillis(50);
    Call<?> call =
        Call.start(
            "download", () -> downloads.download(client, from, disk.path("menu.bin"), timeout));

    if (!Eventually.holds(call::hasEnded)) {
      throw OneByOneDiagnosis.hasNoTimeout(origin);
    }
    Exception failure = call.fails(Exception.class);

    if (!(failure instanceof IOException)) {
      throw OneByOneDiagnosis.cannotTakeTheTimeout(failure);
    }
    OriginAssert.assertThat(origin).nothingIsInFlight();
    assertNames(from, "", failure);
    assertOnly(List.of(), disk, "The server sent nothing for 50 ms.");
  }

  @Test
  @Order(42)
  void an_interrupted_download_leaves_no_file(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).stallsAfter(100_000));
    Call<?> call =
        Call.start("download", () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));
    if (!Eventually.holds(
        () -> disk.recording().only(Op.WRITE).events().stream().anyMatch(e -> e.isDone()))) {
      throw OneByOneDiagnosis.collectsTheBody(origin);
    }

    Exception failure = call.interrupt().fails(Exception.class);

    if (!(failure instanceof InterruptedException)) {
      throw OneByOneDiagnosis.hidesTheInterrupt(failure);
    }

    OriginAssert.assertThat(origin).wasCanceled("/menu.bin");
    assertOnly(List.of(), disk, "The caller was interrupted in the middle of the body.");
  }

  @Test
  @Order(43)
  void a_download_that_fails_does_not_touch_the_file_of_another_one(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).stallsAfter(100_000));
    origin.at("/wine.bin").answers(Reply.of("wine"));
    Call<?> call =
        Call.start("download", () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));
    Eventually.holds(() -> disk.exists("menu.bin"));
    Call<?> other =
        Call.start("download", () -> download(origin.uri("/wine.bin"), disk.path("wine.bin")));
    Eventually.holds(other::hasEnded);

    call.interrupt().fails(Exception.class);

    if (!disk.names().equals(List.of("wine.bin"))) {
      throw OneByOneDiagnosis.sharesItsState(disk);
    }
  }

  @Test
  @Order(44)
  void a_file_is_not_opened_after_an_interrupt(Disk disk) {
    URI from = URI.create("http://example.org/menu.bin");
    LateClient late = new LateClient();
    Call<?> call = Call.start("download", () -> download(late, from, disk.path("menu.bin")));
    late.awaitReply();
    call.interrupt().fails(Exception.class);

    late.beginBody();

    DownloadDiagnosis.assertOpensNothingLater("The caller was interrupted", disk);
  }

  @Test
  @Order(56)
  void every_announced_length_is_compared(Disk disk) {
    disk.seed("menu.bin", "soup");
    List<Map<String, List<String>>> fields =
        List.of(
            Map.of("Content-Length", List.of("4", "5")),
            Map.of("Content-Length", List.of("5", "4")),
            Map.of("Content-Length", List.of("3")),
            Map.of("Content-Length", List.of("0")),
            Map.of("Content-Length", List.of("four")),
            Map.of("Content-Length", List.of("4"), "Transfer-Encoding", List.of("gzip, chunked")));
    URI from = URI.create("http://example.org/menu.bin");
    for (Map<String, List<String>> field : fields) {
      String fault = "The file has 4 bytes; the header has " + field + ".";
      StubResponse response = new StubResponse(from, disk.path("menu.bin"), field);

      Throwable failure = failureOf(fault, CHECK_EACH, () -> downloads.check(response));

      if (!(failure instanceof IOException)) {
        throw OneByOneDiagnosis.failsWithoutTheUrl(fault, failure);
      }
      assertNames(from, "", failure);
    }
  }
}
