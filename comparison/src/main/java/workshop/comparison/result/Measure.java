package workshop.comparison.result;

import java.util.Map;

/**
 * What is measured: the meaning of a figure's numbers. Results refer to these constants by name.
 */
public enum Measure {
  MANY_CACHED("Throughput in the page cache", "operations/s", true, "file size"),
  MANY_DURABLE("Throughput, every file forced to the disk", "operations/s", true, "file size"),
  MANY_COLD("Reading files that are not in memory", "files/s", true, "file size"),
  MANY_SLOWED("Throughput on a simulated slow disk", "operations/s", true, "file size"),
  MANY_PROCESSOR("Processor time of an operation", "µs", false, "where"),
  SCALING_CACHED("More in flight, page cache", "operations/s", true, "operations in flight"),
  SCALING_DURABLE(
      "More in flight, forced to the disk", "operations/s", true, "operations in flight"),
  LATENCY_CACHED("Latency at a fixed rate, page cache", "ms", false, "percentile"),
  LATENCY_DURABLE("Latency at a fixed rate, forced to the disk", "ms", false, "percentile"),
  ONE_FILE("Time to write and read one file", "µs", false, "file size"),
  SERVER_CACHED("Throughput, cached files", "files/s", true, "connections"),
  SERVER_HEALTH("Time of an unrelated /health request, cached files", "ms", false, "connections"),
  SLOW_SERVER("Throughput, simulated slow disk", "files/s", true, "connections"),
  SLOW_HEALTH(
      "Time of an unrelated /health request, simulated slow disk", "ms", false, "connections"),
  TOOL_TIME("Time since the start of the process", "ms", false, "until"),
  TOOL_MEMORY("Peak memory of the process", "MiB", false, "program"),
  HUGE_TIME("Time for the whole file", "ms", false, "file"),
  HUGE_MEMORY("Peak memory of the process", "MiB", false, "file"),
  DOWNLOADS_TIME("Time until all files are complete", "ms", false, "downloads");

  private final String title;
  private final String unit;
  private final boolean moreIsBetter;
  private final String axis;

  Measure(String title, String unit, boolean moreIsBetter, String axis) {
    this.title = title;
    this.unit = unit;
    this.moreIsBetter = moreIsBetter;
    this.axis = axis;
  }

  public String unit() {
    return unit;
  }

  public boolean moreIsBetter() {
    return moreIsBetter;
  }

  /** The meaning of the places of a figure: "connections". */
  public String axis() {
    return axis;
  }

  /** A short title with the settings: "Throughput in the page cache, 64 in flight". */
  public String title(Map<String, String> settings) {
    StringBuilder text = new StringBuilder(title);
    settings.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> text.append(", ").append(each.getKey().formatted(each.getValue())));
    return text.toString();
  }
}
