package workshop.comparison.fileserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.comparison.run.Programs;

/**
 * Load from {@code wrk}, which takes little time from the processors that it shares with the
 * servers.
 */
final class WrkTraffic implements Traffic {

  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern TIMEOUTS = Pattern.compile("timeout (\\d+)");
  private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Path wrk;
  private final Path script;

  /**
   * Prepares the requests.
   *
   * @param folder where the list of requests may be kept
   */
  WrkTraffic(Path wrk, Path folder, int files) throws IOException {
    this.wrk = wrk;
    this.script =
        Files.writeString(
            folder.resolve("requests.lua"),
            """
            local requests, next = {}, 0
            function init(args)
              for i = 0, %1$d - 1 do requests[i] = wrk.format("GET", "/" .. i .. ".txt") end
            end
            function request()
              next = (next + 1) %% %1$d
              return requests[next]
            end
            """
                .formatted(files));
  }

  @Override
  public Seen run(int port, int connections, Duration time)
      throws IOException, InterruptedException {
    Programs.Output output = Programs.run(time.plus(GRACE), command(port, connections, time));
    if (output.exitCode() != 0) {
      throw new IOException(
          "wrk ended with %d: %s".formatted(output.exitCode(), output.out() + output.err()));
    }
    return read(output.out());
  }

  /** It takes whole seconds only. */
  private List<String> command(int port, int connections, Duration time) {
    return List.of(
        wrk.toString(),
        "-t1",
        "-c" + connections,
        "-d" + Math.max(1, time.toSeconds()) + "s",
        "-s" + script,
        "http://127.0.0.1:" + port);
  }

  static Seen read(String said) throws IOException {
    Matcher refused = REFUSED.matcher(said);
    if (refused.find()) {
      throw new IOException("the server answered " + refused.group(1) + " requests with an error");
    }
    Matcher rate = RATE.matcher(said);
    if (!rate.find()) {
      throw new IOException("The output of wrk could not be parsed: " + said);
    }
    Matcher timeouts = TIMEOUTS.matcher(said);
    return new Seen(
        Double.parseDouble(rate.group(1)), timeouts.find() ? Long.parseLong(timeouts.group(1)) : 0);
  }
}
