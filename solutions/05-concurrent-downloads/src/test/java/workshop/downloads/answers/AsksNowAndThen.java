package workshop.downloads.answers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** Looks four times a second whether another thread is done. */
@WrongAnswer("That is busy waiting")
public class AsksNowAndThen extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    FutureTask<Boolean> download =
        new FutureTask<>(() -> {
          super.download(client, from, to, timeout);
          return true;
        });
    Thread thread = Thread.ofVirtual().start(download);
    try {
      while (!isDone(download)) {
        // once more
      }
    } catch (ExecutionException e) {
      throw Failure.naming(from, e.getCause());
    } catch (InterruptedException e) {
      thread.interrupt();
      thread.join();
      throw e;
    }
  }

  private static boolean isDone(FutureTask<Boolean> download)
      throws ExecutionException, InterruptedException {
    try {
      return download.get(250, MILLISECONDS);
    } catch (TimeoutException notYet) {
      return false;
    }
  }
}
