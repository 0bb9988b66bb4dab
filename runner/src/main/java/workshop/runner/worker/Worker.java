package workshop.runner.worker;

import java.nio.file.FileSystems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The main class of a worker. */
public final class Worker {

  /** An id that no run has; runs that are never stopped have the id 0. */
  private static final long NONE = -1;

  // Guarded by the class.
  private static @Nullable SuiteExecution current;
  private static long stoppedRun = NONE;

  private Worker() {}

  /** Handles requests until the input ends. */
  public static void main(String[] args) throws InterruptedException {
    WorkerConnection connection = WorkerConnection.open(Worker::stop);
    ExitListener.install(Worker::exiting);
    String fileSystem = FileSystems.getDefault().provider().getClass().getName();
    connection.send(WorkerReply.of(WorkerReply.Kind.READY, fileSystem));
    while (true) {
      WorkerRequest request = connection.next();
      SuiteExecution execution = new SuiteExecution(request, connection);
      begin(request, execution);
      execution.run();
    }
  }

  /** A run may be stopped before it begins. */
  private static synchronized void begin(WorkerRequest request, SuiteExecution execution) {
    current = execution;
    if (request.kind() == WorkerRequest.Kind.JUDGE && request.run() == stoppedRun) {
      execution.stop();
    }
  }

  private static synchronized void stop(long run) {
    stoppedRun = run;
    if (current != null && current.isRun(run)) {
      current.stop();
    }
  }

  private static void exiting(String call, List<StackTraceElement> frames) {
    SuiteExecution execution;
    synchronized (Worker.class) {
      execution = current;
    }
    if (execution != null) {
      execution.exiting(call, frames);
    }
  }
}
