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
import java.util.stream.Stream;
import workshop.comparison.result.Measure;
import workshop.comparison.run.Programs;
import workshop.comparison.run.Recorder;

/** Lets fio measure the limit of the disk itself: writes and forces, and nothing else. */
final class Fio {

  private Fio() {}

  static void measure(
      Path folder, int rounds, Duration window, Map<String, String> settings, Recorder recorder)
      throws IOException, InterruptedException {
    Optional<Path> fio = Programs.find("fio", recorder);
    for (int round = 0; fio.isPresent() && round < rounds; round++) {
      recorder.doing("the disk, by fio");
      for (String size : List.of(ManyFiles.SMALL, ManyFiles.LARGE)) {
        double perSecond = operations(fio.get(), folder, size, window);
        recorder.add(Measure.MANY_DURABLE, settings, FIO, size, perSecond);
      }
    }
  }

  private static double operations(Path fio, Path folder, String size, Duration window)
      throws IOException, InterruptedException {
    String bytes = size.equals(ManyFiles.SMALL) ? "4k" : "1m";
    String options =
        ("--name=durable --rw=write --bs=%1$s --size=%1$s --fsync=1 --numjobs=64 --thread"
                + " --group_reporting --time_based --runtime=%2$dms --fallocate=none"
                + " --output-format=json")
            .formatted(bytes, Math.max(500, window.toMillis()));
    List<String> command =
        Stream.concat(Stream.of(fio.toString()), Stream.of(options.split(" ", -1))).toList();
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
