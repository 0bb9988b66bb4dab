package workshop.comparison.manyfiles;

import static workshop.comparison.result.Contender.FIO;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workshop.comparison.result.Measure;
import workshop.comparison.run.Programs;
import workshop.comparison.run.Recorder;

/** Has fio measure what the disk can do: write and force, and nothing else. */
final class Fio {

  private static final int JOBS = 64;

  private final Path folder;
  private final Recorder recorder;

  Fio(Path folder, Recorder recorder) {
    this.folder = folder;
    this.recorder = recorder;
  }

  void measure(int rounds, Duration window, Map<String, String> settings)
      throws IOException, InterruptedException {
    Optional<Path> fio = Programs.find("fio", recorder);
    for (int round = 0; fio.isPresent() && round < rounds; round++) {
      recorder.doing("the disk, by fio");
      recorder.add(
          Measure.MANY_DURABLE,
          settings,
          FIO,
          ManyFiles.SMALL,
          operations(fio.get(), "4k", window));
      recorder.add(
          Measure.MANY_DURABLE,
          settings,
          FIO,
          ManyFiles.LARGE,
          operations(fio.get(), "1m", window));
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
