package workshop.downloads;

import static workshop.downloads.Failing.assertNames;
import static workshop.downloads.Failing.assertOnly;
import static workshop.downloads.Failing.failureOf;

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
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Eventually;

@ExerciseSuite
class OneByOneTest extends DownloadContract {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final OneByOne downloads = Answer.of(OneByOne.class);

  @Override
  void download(URI from, Path to) throws Exception {
    downloads.download(client, from, to, LONG);
  }

  @Test
  @Order(37)
  void the_body_of_another_status_is_not_stored_at_all(Disk disk) throws Exception {
    origin.at("/menu.bin").answers(Reply.status(404));

    client.send(
        HttpRequest.newBuilder(origin.uri("/menu.bin")).build(),
        downloads.into(disk.path("menu.bin")));

    if (!disk.recording().only(Op.OPEN).events().isEmpty()) {
      throw Diagnosis.observed("The status was 404, and its page was stored by into().")
          .means("When check() looks at the status, the file that was there is already lost.")
          .nextStep("Look at the status in the handler: it is there before the body.")
          .evidence("On the disk", disk.recording());
    }
  }

  @Test
  @Order(40)
  void over_http_2_only_the_length_tells_half_a_file(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));
    String fault = "Over HTTP/2 the body ended after 100000 bytes; Content-Length was 300000.";
    try (HttpClient http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {

      Throwable failure =
          failureOf(
              fault,
              () ->
                  downloads.download(http2, origin.uri("/menu.bin"), disk.path("menu.bin"), LONG));

      assertNames(origin.uri("/menu.bin"), "", failure);
      assertOnly(List.of(), disk, fault);
    }
  }

  @Test
  @Order(41)
  void a_reply_that_does_not_begin_is_given_up(Disk disk) {
    origin.hold();
    URI from = origin.uri("/menu.bin");
    Duration timeout = Duration.ofMillis(100);
    Call<?> call =
        Caller.call(
            "download", () -> downloads.download(client, from, disk.path("menu.bin"), timeout));

    if (!Eventually.holds(call::isBack)) {
      throw Diagnosis.observed(
              "The server said nothing; the timeout was 100 ms, and the caller still waits.")
          .means("A request without a timeout waits as long as the program runs.")
          .nextStep("Pass the timeout on to the request, in the unit that it has.")
          .evidence("At the origin", origin.exchanges());
    }
    Exception failure = call.fails(Exception.class);

    assertNames(from, "timed out", failure);
    OriginAssert.assertThat(origin).nothingIsInFlight();
    assertOnly(List.of(), disk, "The server said nothing for 100 ms.");
  }

  @Test
  @Order(42)
  void an_interrupted_caller_leaves_nothing(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).stallsAfter(100_000));
    Call<?> call =
        Caller.call("download", () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));
    if (!Eventually.holds(
        () -> disk.recording().only(Op.WRITE).events().stream().anyMatch(e -> e.isDone()))) {
      throw Diagnosis.observed(
              "100000 bytes of the body have come, and none of them is on the disk.")
          .means("The body is collected in memory; a large file does not fit.")
          .nextStep("Let the bytes go to the file as they arrive: BodySubscribers.ofFile.")
          .evidence("At the origin", origin.exchanges());
    }

    call.interrupt().interruptFlagIsKept();

    OriginAssert.assertThat(origin).wasCancelled("/menu.bin");
    assertOnly(List.of(), disk, "The caller was interrupted in the middle of the body.");
  }

  @Test
  @Order(56)
  void every_announced_length_is_compared(Disk disk) {
    disk.seed("menu.bin", "soup");
    List<Map<String, List<String>>> fields =
        List.of(
            Map.of("Content-Length", List.of("4", "5")),
            Map.of("Content-Length", List.of("5", "4")),
            Map.of("Content-Length", List.of("four")),
            Map.of("Content-Length", List.of("4"), "Transfer-Encoding", List.of("chunked")));
    URI from = URI.create("http://example.org/menu.bin");
    for (Map<String, List<String>> field : fields) {
      String fault = "The file has 4 bytes; the header said " + field + ".";
      StubResponse response = new StubResponse(from, disk.path("menu.bin"), field);

      Throwable failure = failureOf(fault, () -> downloads.check(response));

      if (!(failure instanceof IOException)) {
        throw Diagnosis.observed(fault + " check() failed with: " + failure)
            .means("The error does not name the URL, and callers expect an IOException.")
            .nextStep("Compare each of allValues(\"Content-Length\") with the file's length.")
            .because(failure);
      }
      assertNames(from, "", failure);
    }
  }
}
