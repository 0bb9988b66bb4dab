package workshop.offload;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * A waiter for every guest costs almost nothing, but the storeroom still has only a few doors.
 *
 * <p>Virtual threads are cheap, so each order gets its own. A virtual thread that is blocked in a
 * file operation keeps its carrier, the platform thread that runs it, and there are only as many
 * carriers as processors. So every file operation runs on a small pool of platform threads. The
 * suite watches both kinds of threads.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class VirtualOrders {

  /**
   * Returns at once. For each file, a new virtual thread has {@code diskPool} read it, waits for
   * the bytes, and then runs {@code transform} on them.
   *
   * @param transform runs on the order's virtual thread; may block
   * @param diskPool only its threads touch the disk
   * @return one future per element of {@code files}, in the same order; if an order fails, or
   *     {@code diskPool} rejects it, only the future of that order fails
   */
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
    // TODO(02-6): one virtual thread per order: it waits for the disk pool, then transforms.
    throw new UnsupportedOperationException("TODO(02-6): one virtual thread per order");
  }
}
