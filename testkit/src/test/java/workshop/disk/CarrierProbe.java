package workshop.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import workshop.testkit.thread.Await;

/**
 * Lets a gate hold two virtual threads, each in an operation, and prints whether a third one can
 * run meanwhile: "free" or "frozen".
 */
final class CarrierProbe {

  /** How long to wait for the third thread. A free thread runs within microseconds. */
  private static final long MILLIS = 500;

  private CarrierProbe() {}

  public static void main(String[] arguments) throws Exception {
    Op op = Op.valueOf(arguments[0]);
    Path directory = Files.createTempDirectory("carrier-");
    try (Disk disk = Disk.watch(directory)) {
      System.out.println(probe(disk, op));
    } finally {
      Files.deleteIfExists(directory.resolve("0"));
      Files.deleteIfExists(directory.resolve("1"));
      Files.delete(directory);
    }
  }

  private static String probe(Disk disk, Op op) throws InterruptedException {
    List<Thread> held = new ArrayList<>();
    try (Gate gate = disk.hold(op)) {
      for (int i = 0; i < 2; i++) {
        String name = Integer.toString(i);
        disk.seed(name, "x");
        held.add(Thread.ofVirtual().start(() -> operate(disk.path(name), op)));
      }
      gate.awaitArrivals(2);
      Await.until("both to stand at the gate", () -> gate.waiting() == 2);
      CountDownLatch third = new CountDownLatch(1);
      held.add(Thread.ofVirtual().start(third::countDown));
      boolean ran = third.await(MILLIS, TimeUnit.MILLISECONDS);
      gate.open();
      for (Thread thread : held) {
        Await.end("a virtual thread", thread);
      }
      return ran ? "free" : "frozen";
    }
  }

  private static void operate(Path file, Op op) {
    try {
      switch (op) {
        case DELETE -> Files.delete(file);
        case FORCE, READ -> {
          try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.read(ByteBuffer.allocate(1));
            channel.force(true);
          }
        }
        default -> throw new IllegalArgumentException(op.toString());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
