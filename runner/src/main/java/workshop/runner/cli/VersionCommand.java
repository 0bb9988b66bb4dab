package workshop.runner.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;

final class VersionCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException {
    workshop.print("workshop " + workshopVersion());
    workshop.print(java());
    return PASSED;
  }

  /** Returns the version that the build stored. */
  private static String workshopVersion() throws IOException {
    try (InputStream written =
        requireNonNull(VersionCommand.class.getResourceAsStream("version.txt"))) {
      return new String(written.readAllBytes(), UTF_8).strip();
    }
  }

  /** Returns the name, the version and the folder of the JDK that runs this command. */
  static String java() {
    return System.getProperty("java.vm.name")
        + " "
        + Runtime.version()
        + " in "
        + System.getProperty("java.home");
  }
}
