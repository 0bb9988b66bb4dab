package workshop.downloads.answers;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.RightAnswer;

/** What 05-5 is about, four exercises early: an old file stays until the new one is whole. */
@RightAnswer
public class DownloadsBesideThenMoves extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    Path part = to.resolveSibling(to.getFileName() + ".part");
    super.download(client, from, part, timeout);
    try {
      Files.move(part, to, ATOMIC_MOVE);
    } catch (IOException notMoved) {
      Files.deleteIfExists(part);
      throw Failure.naming(from, notMoved);
    }
  }
}
