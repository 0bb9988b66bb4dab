package workshop.comparison.files;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import workshop.comparison.question.Notebook;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Contender.Kind;
import workshop.comparison.run.Programs;

/** What the disk does for fio: written and forced, and nothing else. */
final class Fio {

  static final Contender FIO =
      new Contender(
          "fio",
          Kind.REFERENCE,
          "Part of the work, with settings of its own: 64 threads, each with a file that stays open, "
              + "write and fsync only, no open, no read.");

  private static final int JOBS = 64;

  private final Path folder;
  private final Notebook notebook;

  Fio(Path folder, Notebook notebook) {
    this.folder = folder;
    this.notebook = notebook;
  }

  void measure(Plan plan, Notebook.Page page) throws IOException, InterruptedException {
    Optional<Path> fio = Programs.find("fio", "apt install fio", notebook);
    if (fio.isEmpty()) {
      return;
    }
    for (int round = 0; round < Math.max(1, plan.rounds() / 2); round++) {
      notebook.doing("the disk, by fio");
      page.add(FIO, WriteThenRead.SMALL, operations(fio.get(), "4k", plan.window()));
      page.add(FIO, WriteThenRead.LARGE, operations(fio.get(), "1m", plan.window()));
    }
  }

  private double operations(Path fio, String size, Duration window)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            fio.toString(),
            "--name=durable",
            "--rw=write",
            "--bs=" + size,
            "--size=" + size,
            "--fsync=1",
            "--numjobs=" + JOBS,
            "--thread",
            "--group_reporting",
            "--time_based",
            "--runtime=" + Math.max(500, window.toMillis()) + "ms",
            "--fallocate=none",
            "--output-format=json");
    Programs.Output output = Programs.run(window.plusSeconds(60), folder, command);
    int json = output.out().indexOf('{');
    if (output.exitCode() != 0 || json < 0) {
      throw new IOException("fio failed: " + output.err());
    }
    JsonObject job =
        JsonParser.parseString(output.out().substring(json))
            .getAsJsonObject()
            .getAsJsonArray("jobs")
            .get(0)
            .getAsJsonObject();
    return job.getAsJsonObject("write").get("iops").getAsDouble();
  }
}
