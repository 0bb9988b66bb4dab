package workshop.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.http.Origin;
import workshop.testkit.http.Reply;

/**
 * Cancels downloads at random moments and looks at which files are left. {@code -Drace.rounds=5000}
 * sets the number of rounds. The suites force the worst moment once, with a gate.
 */
class CancelRaceTest {

  private static final int ROUNDS = Integer.getInteger("race.rounds", 200);
  private static final int LONGEST_PAUSE_NANOS = 3_000_000;

  @TempDir Path directory;

  private final Random random = new Random(5);

  @Test
  void a_canceled_download_leaves_a_whole_file_or_none() throws Exception {
    Reply reply = Reply.random(1, 100_000);
    try (Origin origin = Origin.start();
        HttpClient client = HttpClient.newHttpClient();
        ExecutorService worker = Executors.newSingleThreadExecutor()) {
      origin.at("/file").answers(reply);
      for (int round = 0; round < ROUNDS; round++) {
        Path file = directory.resolve("file");
        CompletableFuture<Path> download =
            new AllOrNothing().download(client, origin.uri("/file"), file, worker);
        LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_NANOS));
        download.cancel(true);
        await("the end of the download").until(download::isDone);
        if (!download.isCompletedExceptionally()) {
          assertThat(file).hasBinaryContent(Reply.randomBytes(1, 100_000));
          Files.delete(file);
        }
      }
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void an_interrupted_download_leaves_a_whole_file_or_none() throws Exception {
    try (Origin origin = Origin.start();
        HttpClient client = HttpClient.newHttpClient()) {
      origin.at("/file").answers(Reply.random(1, 100_000));
      for (int round = 0; round < ROUNDS; round++) {
        Path file = directory.resolve("file-" + round);
        Thread caller =
            Thread.startVirtualThread(() -> {
              try {
                new OneByOne().download(client, origin.uri("/file"), file, Duration.ofMinutes(5));
                Files.delete(file); // a complete download is fine
              } catch (IOException | InterruptedException interrupted) {
                // only the files that are left count
              }
            });
        LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_NANOS));
        caller.interrupt();
        caller.join();
      }
    }
    assertThat(left()).isEmpty();
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
