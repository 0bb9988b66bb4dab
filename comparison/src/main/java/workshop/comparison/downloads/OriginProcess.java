package workshop.comparison.downloads;

import java.io.IOException;
import java.time.Duration;
import workshop.comparison.run.Child;
import workshop.testkit.http.Origin;
import workshop.testkit.http.Reply;

/**
 * The server for the downloads, as a separate program. It prints its port, and ends when its input
 * ends.
 *
 * <p>Arguments: how many files, the bytes of each, the milliseconds before each reply. One more
 * file, {@link #ALL_IN_ONE}, has the bytes of all files and comes without the wait.
 */
final class OriginProcess {

  static final String ALL_IN_ONE = "/all";

  private OriginProcess() {}

  static String path(int file) {
    return "/file-" + file;
  }

  public static void main(String[] arguments) throws IOException {
    int files = Integer.parseInt(arguments[0]);
    int bytes = Integer.parseInt(arguments[1]);
    Duration latency = Duration.ofMillis(Long.parseLong(arguments[2]));
    try (Origin origin = Origin.start()) {
      for (int file = 0; file < files; file++) {
        origin.at(path(file)).answers(Reply.random(file, bytes).after(latency));
      }
      origin.at(ALL_IN_ONE).answers(Reply.random(files, files * bytes));
      Child.tellParent(origin.port());
      Child.awaitParent();
    }
  }
}
