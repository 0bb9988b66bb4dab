package workshop.downloads;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * How long to wait, and by which clock. Given; nothing to do here.
 *
 * @param deadline for the whole download: all attempts, and the pauses between them
 * @param timer wakes whoever waits: everything that is to happen later is scheduled here
 * @param random where jitter comes from
 */
public record Patience(Duration deadline, ScheduledExecutorService timer, RandomGenerator random) {}
