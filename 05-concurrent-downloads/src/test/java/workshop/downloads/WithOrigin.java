package workshop.downloads;

import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import workshop.testkit.http.Origin;

/** Gives each test a server to download from and a client to download with. */
abstract class WithOrigin {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  Origin origin;
  HttpClient client;

  @BeforeEach
  void open() {
    origin = Origin.start();
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** The server ends first, and with it every request that an answer has left in flight. */
  @AfterEach
  void close() throws InterruptedException {
    origin.close();
    client.shutdown();
    if (!client.awaitTermination(PATIENCE)) {
      client.shutdownNow();
    }
  }
}
