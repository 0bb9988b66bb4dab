package workshop.downloads;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * How long a download may take, and what it needs to make pauses. Given; nothing to do here.
 *
 * @param deadline for the whole download: all attempts, and the pauses between them
 * @param timer runs everything that is to happen later: the alarm at the deadline, and the next
 *     attempt after a pause. For many downloads, make it a {@link
 *     java.util.concurrent.ScheduledThreadPoolExecutor} with {@code setRemoveOnCancelPolicy(true)}:
 *     otherwise canceled alarms stay in its queue until their time has come
 * @param random where jitter comes from
 */
public record RetryPolicy(
    Duration deadline, ScheduledExecutorService timer, RandomGenerator random) {}
