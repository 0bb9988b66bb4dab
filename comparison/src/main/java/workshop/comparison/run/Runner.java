package workshop.comparison.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Machine;
import workshop.comparison.result.Remark;
import workshop.comparison.result.Results;
import workshop.comparison.result.Results.Measurement;
import workshop.comparison.result.Topic;

/** Measures one topic after another, and keeps every measured value however the run ends. */
public final class Runner {

  private final Effort effort;
  private final Progress progress;
  private final StopRequest stop;
  private final Supplier<Machine> machine;
  private final boolean onlyIfQuiet;

  /**
   * Returns a runner.
   *
   * @param stop the request that ends the run early
   * @param machine called once, after the measurement, so that it does not disturb it
   * @param onlyIfQuiet whether to stop after a topic that other programs have disturbed
   */
  public Runner(
      Effort effort,
      Progress progress,
      StopRequest stop,
      Supplier<Machine> machine,
      boolean onlyIfQuiet) {
    this.effort = effort;
    this.progress = progress;
    this.stop = stop;
    this.machine = machine;
    this.onlyIfQuiet = onlyIfQuiet;
  }

  /**
   * Measures all topics on the calling thread, and blocks until it is done or stopped. If a topic
   * fails, its numbers so far are kept, with a remark that says why.
   *
   * @param command the command line that repeats this run
   * @return complete unless it was stopped or a measurement failed
   */
  public Results run(String command, Map<Topic, Benchmark> benchmarks) {
    Instant started = Instant.now();
    List<Measurement> measurements = new ArrayList<>();
    for (Map.Entry<Topic, Benchmark> each : benchmarks.entrySet()) {
      if (stop.isMade()) {
        break;
      }
      progress.begin(measurements.size() + 1, benchmarks.size(), each.getKey().id());
      Measurement measured = measured(each.getKey(), each.getValue());
      measurements.add(measured);
      if (onlyIfQuiet
          && measured.remarks().stream().anyMatch(remark -> remark.kind() == Remark.Kind.BUSY)) {
        break;
      }
    }
    progress.end();
    boolean complete =
        measurements.size() == benchmarks.size()
            && measurements.stream().allMatch(Measurement::complete);
    return new Results(
        command, effort, started, since(started), complete, machine.get(), measurements);
  }

  private Measurement measured(Topic topic, Benchmark benchmark) {
    Instant begin = Instant.now();
    Recorder recorder = new Recorder(progress::doing);
    boolean complete = false;
    try {
      if (effort == Effort.TRY) {
        benchmark.measure(effort, recorder);
      } else {
        MachineLoad load = MachineLoad.look(recorder);
        benchmark.measure(effort, recorder);
        load.end(recorder);
      }
      complete = true;
    } catch (InterruptedException e) {
      recorder.remark(Remark.Kind.INTERRUPTED, "", "");
    } catch (Exception e) {
      if (stop.explains()) {
        recorder.remark(Remark.Kind.INTERRUPTED, "", "");
      } else {
        recorder.remark(Remark.Kind.BROKEN, "", reason(e));
      }
    }
    return recorder.measured(topic, since(begin), complete);
  }

  /** Returns the failure and its causes in one line. */
  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.toString() : failure + ", because of " + reason(cause);
  }

  private static Duration since(Instant begin) {
    return Duration.between(begin, Instant.now());
  }
}
