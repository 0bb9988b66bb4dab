package workshop.runner.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import workshop.runner.course.Checkout;
import workshop.runner.course.WorkshopException;
import workshop.runner.judge.WarmJudge;
import workshop.runner.ui.Line;
import workshop.runner.ui.Style;
import workshop.runner.watch.ChangeDetector;
import workshop.runner.watch.WatchLock;

/** Checks what the workshop needs. Says what it found, what is missing, and what to do. */
final class DoctorCommand implements Command {

  private static final int JAVA = 25;

  /** Not an empty file, which even a full disk accepts. */
  private static final int PROBE = 1 << 16;

  private static final String PROVIDER = "workshop.disk.WatchedFileSystemProvider";

  /** The result of one check. The JSON for programs has the same names. */
  private record Finding(String subject, Health health, String found, String remedy) {}

  private enum Health {
    @SerializedName("ok")
    WELL("ok", Style.GOOD),
    /** Not ideal, but good enough to work with. */
    @SerializedName("limited")
    LIMITED("limited", Style.NOTE),
    @SerializedName("missing")
    MISSING("missing", Style.BAD);

    final String id;
    final Style style;

    Health(String id, Style style) {
      this.id = id;
      this.style = style;
    }
  }

  /** Checks one subject. */
  private interface Examination {
    Finding of(String subject) throws IOException, InterruptedException;
  }

  private final List<Finding> findings = new ArrayList<>();

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException {
    examine("Java", DoctorCommand::java);
    examine("Maven", DoctorCommand::maven);
    examine("Folder", subject -> folder(subject, workshop));
    examine("Course", s -> well(s, workshop.catalog().exercises().size() + " exercises"));
    examine("Terminal", subject -> terminal(subject, workshop.environment()));
    examine("File events", subject -> fileEvents(subject, workshop));
    examine("File locks", subject -> locks(subject, workshop));
    examine("Watched disk", subject -> watchedDisk(subject, workshop));
    if (arguments.has("--json")) {
      workshop.printData(findings);
    } else {
      findings.forEach(finding -> print(workshop, finding));
    }
    return findings.stream().anyMatch(f -> f.health() == Health.MISSING) ? BROKEN : PASSED;
  }

  /** Turns a check that fails into a finding, so that it does not hide the others. */
  private void examine(String subject, Examination examination) throws InterruptedException {
    try {
      findings.add(examination.of(subject));
    } catch (IOException | RuntimeException e) {
      WorkshopException trouble = WorkshopException.of(e);
      findings.add(missing(subject, trouble.what(), trouble.remedy()));
    }
  }

  private static Finding well(String subject, String found) {
    return new Finding(subject, Health.WELL, found, "");
  }

  private static Finding limited(String subject, String found, String remedy) {
    return new Finding(subject, Health.LIMITED, found, remedy);
  }

  private static Finding missing(String subject, String found, String remedy) {
    return new Finding(subject, Health.MISSING, found, remedy);
  }

  private static Finding java(String subject) {
    String where = VersionCommand.java();
    if (Runtime.version().feature() < JAVA) {
      return missing(subject, where, "Install JDK " + JAVA + " and set JAVA_HOME to it.");
    }
    return ToolProvider.getSystemJavaCompiler() == null
        ? missing(subject, where + ", without a compiler", "Install the full JDK.")
        : well(subject, where);
  }

  private static Finding maven(String subject) throws InterruptedException {
    String remedy =
        "./workshop needs Maven only to build. How to install Maven: maven.apache.org/install.html";
    try {
      String name = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
      Process process = new ProcessBuilder(name, "-v").redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      boolean ended = process.waitFor(20, TimeUnit.SECONDS);
      String version = text.lines().findFirst().orElse("").replaceAll("\u001b\\[[0-9;]*m", "");
      return ended && process.exitValue() == 0
          ? well(subject, version)
          : limited(subject, "mvn -v failed: " + version, remedy);
    } catch (IOException notThere) {
      return limited(subject, "there is no mvn on the path", remedy);
    }
  }

  private static Finding folder(String subject, Workshop workshop) throws IOException {
    Path own = Files.createDirectories(workshop.checkout().own());
    Path probe = own.resolve("doctor");
    try {
      Files.write(probe, new byte[PROBE]);
    } catch (IOException e) {
      throw Checkout.named(probe, e);
    } finally {
      Files.deleteIfExists(probe);
    }
    long free = Files.getFileStore(own).getUsableSpace() >> 20;
    return free > 100
        ? well(subject, workshop.checkout().root() + ", writable, " + free + " MiB free")
        : limited(subject, "only " + free + " MiB are free", "Free some disk space.");
  }

  private static Finding terminal(String subject, Environment around) {
    if (!around.outputIsTerminal() || !around.inputIsTerminal()) {
      return limited(
          subject,
          "no terminal: plain lines, no single keys",
          "In a terminal, ./workshop shows a full screen and reads single keys.");
    }
    String colors = around.colors() ? "colors" : "no colors";
    return well(subject, around.width() + " columns, " + colors + ", " + around.out().charset());
  }

  private static Finding watchedDisk(String subject, Workshop workshop)
      throws IOException, InterruptedException {
    String provider = WarmJudge.workerFileSystem(workshop.checkout(), workshop.build());
    return provider.equals(PROVIDER)
        ? well(subject, "installed in the JVM that runs the tests")
        : missing(
            subject,
            "tests run on " + provider,
            "Delete the folder testkit/target and start ./workshop again.");
  }

  private static Finding fileEvents(String subject, Workshop workshop)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(workshop.checkout().own());
    return ChangeDetector.eventsArrive(folder)
        ? well(subject, "the system reported a change to a test file")
        : limited(
            subject,
            "no event for a test file within " + ChangeDetector.TIMEOUT.toSeconds() + " s",
            "./workshop still notices a save, but half a second later.");
  }

  private static Finding locks(String subject, Workshop workshop) throws IOException {
    return WatchLock.isSupported(workshop.checkout())
        ? well(subject, "supported")
        : limited(
            subject,
            "the file system does not support locks",
            "Do not start ./workshop twice in this folder at the same time.");
  }

  private static void print(Workshop workshop, Finding finding) {
    Line line =
        Line.of(finding.health().style, "%-8s".formatted(finding.health().id))
            .plus(Style.STRONG, "%-14s".formatted(finding.subject()))
            .plus(finding.found());
    workshop.print(workshop.environment().fitted(line));
    if (!finding.remedy().isEmpty()) {
      workshop.print(" ".repeat(22) + finding.remedy());
    }
  }
}
