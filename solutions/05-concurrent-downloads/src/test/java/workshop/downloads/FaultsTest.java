package workshop.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.http.Origin;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;

/**
 * Tries every way of downloading with every fault of the server that ends by itself. The error
 * names the URL and the reason, no file is left, no request is in flight, and no connection is open
 * when the client is closed. Faults that do not end by themselves, such as a stall, belong to the
 * suites, which control the time.
 */
class FaultsTest {

  private static final byte[] BODY = Reply.randomBytes(5, 100_000);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration TICK = Duration.ofMillis(1);

  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final FastTimer timer = new FastTimer();

  /** Downloads and waits, and throws the error if the download fails. */
  interface Way {
    void download(URI from, Path to) throws Exception;
  }

  @AfterEach
  void dismiss() {
    worker.close();
    timer.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> every_way_of_downloading_tells_every_fault(@TempDir Path directory) {
    return ways().entrySet().stream()
        .flatMap(way ->
            faults().entrySet().stream()
                .filter(fault -> isToldBy(way.getKey(), fault.getKey()))
                .map(fault ->
                    DynamicTest.dynamicTest(
                        way.getKey() + ": " + fault.getKey(),
                        () -> tells(way.getValue(), fault.getKey(), fault.getValue(), directory))));
  }

  private Map<String, Way> ways() {
    Map<String, Way> ways = new LinkedHashMap<>();
    for (Version version : List.of(Version.HTTP_1_1, Version.HTTP_2)) {
      ways.put(
          "05-1 over " + version,
          (from, to) -> {
            try (HttpClient client = client(version)) {
              new OneByOne().download(client, from, to, LONG);
            }
          });
      ways.put(
          "05-2 over " + version,
          (from, to) -> {
            try (HttpClient client = client(version)) {
              Await.result("the file", new AllAtOnce().download(client, from, to));
            }
          });
      ways.put(
          "05-5 over " + version,
          (from, to) -> {
            try (HttpClient client = client(version)) {
              Await.result("the file", new AllOrNothing().download(client, from, to, worker));
            }
          });
      ways.put("05-7 over " + version, (from, to) -> manage(version, from, to));
    }
    ways.put("05-6", FaultsTest::stream);
    return ways;
  }

  private static HttpClient client(Version version) {
    return HttpClient.newBuilder().version(version).build();
  }

  private void manage(Version version, URI from, Path to) throws Exception {
    try (HttpClient client = client(version)) {
      DownloadContext context =
          new DownloadContext(client, 1, new RetryPolicy(LONG, timer, new Random(1)), worker);
      Summary summary =
          Await.result(
              "the summary",
              new Downloader()
                  .run(
                      List.of(new Download(from, to)),
                      context,
                      new CompletableFuture<>(),
                      _ -> {}));
      if (summary.outcomes().getFirst() instanceof Outcome.Failed(_, Throwable reason)) {
        throw new IOException(reason.getMessage(), reason);
      }
    }
  }

  private static void stream(URI from, Path to) {
    Vertx vertx = Vertx.vertx();
    try {
      Streaming streaming = new Streaming();
      Await.result(
          "the file",
          streaming
              .download(vertx, streaming.client(vertx, 5), from, to, LONG)
              .toCompletionStage());
    } finally {
      Await.result("the end of Vert.x", vertx.close().toCompletionStage());
    }
  }

  private static Map<String, Reply> faults() {
    Map<String, Reply> faults = new LinkedHashMap<>();
    for (int status : List.of(204, 206, 302, 401, 404, 410, 500, 503)) {
      faults.put("" + status, Reply.status(status).header("location", "/elsewhere"));
    }
    faults.put("reset before the body", Reply.of(BODY).resetsAfter(0));
    faults.put("reset in the body", Reply.of(BODY).resetsAfter(40_000));
    faults.put("closed in the body", Reply.of(BODY).closesAfter(40_000));
    faults.put("dripping, then closed", Reply.of(BODY).drip(9_000, TICK).closesAfter(40_000));
    faults.put("reset in a chunked body", Reply.of(BODY).chunked().resetsAfter(40_000));
    faults.put("shorter than announced", Reply.of(BODY).declaring(100_001));
    faults.put("checksum of another body", Reply.of(BODY).digestOf(new byte[1]));
    faults.put("checksum, half a body", Reply.of(BODY).withoutLength().digest().closesAfter(9));
    return faults;
  }

  /** Only 05-5 and 05-7 compare checksums. */
  private static boolean isToldBy(String way, String fault) {
    return !fault.startsWith("checksum") || way.startsWith("05-5") || way.startsWith("05-7");
  }

  private static void tells(Way way, String fault, Reply reply, Path directory) throws Exception {
    Path to = directory.resolve("menu.bin");
    try (Origin origin = Origin.start()) {
      origin.at("/menu.bin").answers(reply);
      URI from = origin.uri("/menu.bin");
      String reason = fault.matches("\\d+") ? "status " + fault : "";

      assertThatThrownBy(() -> way.download(from, to))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(from + ": ")
          .hasMessageContaining(reason);

      OriginAssert.assertThat(origin).nothingIsInFlight().noConnectionIsOpen();
      try (Stream<Path> left = Files.list(directory)) {
        assertThat(left).as("left in the directory").isEmpty();
      }
    }
  }
}
