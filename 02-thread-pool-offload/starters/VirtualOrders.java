package workshop.offload;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Virtual threads are cheap waiters: one per order, thousands if need be. But in the storeroom they
 * are no help: a virtual thread that is blocked in a file operation keeps its carrier, the real
 * thread underneath, and there are only as many carriers as cores.
 *
 * <p>So each order waits and cooks on a virtual thread of its own, and every file operation runs on
 * the small pool of platform threads that is given. The suite watches both.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class VirtualOrders {

  /**
   * Returns at once. For each file a new virtual thread has {@code storeroom} read it, waits for
   * the bytes, and then runs {@code cook} on them, itself.
   *
   * @param storeroom the only threads that touch the disk
   * @return one future per file, in their order; an order that fails does not disturb the others
   */
  public List<Future<String>> serve(
      List<Path> files, Function<byte[], String> cook, ExecutorService storeroom) {
    // TODO(02-6): one virtual thread per order: it waits for the storeroom, then cooks.
    throw new UnsupportedOperationException("TODO(02-6): one virtual thread per order");
  }
}
