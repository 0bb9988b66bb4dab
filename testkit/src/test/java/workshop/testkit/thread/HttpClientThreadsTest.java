package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;

class HttpClientThreadsTest {

  @Test
  void an_http_client_that_was_not_closed_is_reported() throws Exception {
    ThreadLeakDetector detector = ThreadLeakDetector.open();
    try (HttpClient client = HttpClient.newHttpClient()) {
      fail(client);

      assertThatThrownBy(detector::assertNoThreadIsLeft)
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "\"HttpClient-", "-SelectorManager\"", "Close the HttpClient that you created");
    }

    detector.assertNoThreadIsLeft();
  }

  /** Makes the client start its threads, without a server. */
  private static void fail(HttpClient client) throws InterruptedException {
    HttpRequest nowhere = HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/")).build();
    try {
      client.send(nowhere, BodyHandlers.discarding());
    } catch (IOException expected) {
      // no server listens on port 1
    }
  }
}
