package workshop.runner.worker;

import java.nio.file.FileSystems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import workshop.runner.core.Frame;

/** The main class of a worker. */
public final class Worker {

  private static volatile @Nullable Sitting current;

  private Worker() {}

  /** Takes orders until nobody is left to give any. */
  public static void main(String[] args) throws InterruptedException {
    Wire wire = Wire.take(Worker::stop);
    ExitSpy.install(Worker::exiting);
    wire.say(Reply.ready(FileSystems.getDefault().provider().getClass().getName()));
    while (true) {
      Sitting sitting = new Sitting(wire.next(), wire);
      current = sitting;
      sitting.hold();
    }
  }

  private static void stop() {
    Sitting sitting = current;
    if (sitting != null) {
      sitting.stop();
    }
  }

  private static void exiting(String call, List<Frame> frames) {
    Sitting sitting = current;
    if (sitting != null) {
      sitting.exiting(call, frames);
    }
  }
}
