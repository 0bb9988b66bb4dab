package workshop.comparison.result;

/**
 * What the values of a figure are.
 *
 * @param name such as "throughput" or "p99 latency"
 * @param unit such as "operations/s", "ms", "MiB"; never empty
 * @param moreIsBetter true for throughput, false for time and memory
 */
public record Metric(String name, String unit, boolean moreIsBetter) {}
