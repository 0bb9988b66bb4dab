package workshop.runner.engine;

import java.io.IOException;

/** Tries out whether a worker starts, and on which file system it runs. */
public final class Probe {

  private Probe() {}

  /**
   * Starts a worker and ends it again.
   *
   * @return the class of its file system's provider
   * @throws workshop.runner.core.Trouble if it does not start
   */
  public static String worker(Equipment equipment) throws IOException, InterruptedException {
    try (WorkerProcess worker = WorkerProcess.start(equipment)) {
      return worker.awaitReady();
    }
  }
}
