package workshop.testkit.thread;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * A message that several idle threads pass on to each other, as the threads of a program do. While
 * it is on its way, the machine may be too busy to give every thread its turn.
 *
 * <p>The threads belong to the JVM's own thread group, so that no detector sees them.
 */
final class TurnProbe {

  private static final List<BlockingQueue<TurnProbe>> STATIONS =
      Stream.generate(TurnProbe::station).limit(3).toList();

  static {
    for (int i = 0; i < STATIONS.size(); i++) {
      int station = i;
      Thread.ofPlatform()
          .group(systemGroup())
          .name("turn-probe-" + i)
          .daemon()
          .inheritInheritableThreadLocals(false)
          .start(() -> passOn(station));
    }
  }

  private volatile boolean arrived;

  private TurnProbe() {}

  /** Sends a message through all stations. */
  static TurnProbe sent() {
    TurnProbe probe = new TurnProbe();
    STATIONS.getFirst().add(probe);
    return probe;
  }

  /** Returns whether the message has passed all stations. */
  boolean hasArrived() {
    return arrived;
  }

  private static void passOn(int station) {
    try {
      while (true) {
        TurnProbe probe = STATIONS.get(station).take();
        if (station + 1 < STATIONS.size()) {
          STATIONS.get(station + 1).add(probe);
        } else {
          probe.arrived = true;
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("no code interrupts a probe", e);
    }
  }

  private static BlockingQueue<TurnProbe> station() {
    return new LinkedBlockingQueue<>();
  }

  private static ThreadGroup systemGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
