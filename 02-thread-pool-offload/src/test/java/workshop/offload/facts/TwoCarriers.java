package workshop.offload.facts;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * A program for a JVM whose virtual threads have two carriers. Two threads wait in one way after
 * another, while a virtual thread should tick. Prints a line for each way of waiting: {@code
 * FileChannel.read on virtual threads: 0 ticks}.
 */
final class TwoCarriers {

  /** How often a platform thread checks while the two wait, every 5 milliseconds. */
  private static final int LOOKS = 100;

  private static final AtomicLong TICKS = new AtomicLong();

  private static volatile boolean over;

  private interface Wait {
    void at(Path pipe, CountDownLatch latch) throws IOException, InterruptedException;
  }

  private TwoCarriers() {}

  public static void main(String[] args) throws Exception {
    Thread ticker = Thread.startVirtualThread(TwoCarriers::tick);

    Thread.Builder virtual = Thread.ofVirtual();
    count("CountDownLatch.await on virtual threads", virtual, (pipe, latch) -> latch.await());
    count("FileInputStream.read on virtual threads", virtual, (pipe, latch) -> readStream(pipe));
    count("FileChannel.read on virtual threads", virtual, (pipe, latch) -> readChannel(pipe));
    count("Files.readAllBytes on virtual threads", virtual, (pipe, latch) -> readAll(pipe));
    count("Files.readAllBytes on platform threads", Thread.ofPlatform(), (p, latch) -> readAll(p));

    over = true;
    ticker.join();
  }

  private static void count(String what, Thread.Builder builder, Wait wait) throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    Thread one;
    Thread two;
    long before;
    long ticks;
    try (NamedPipe first = new NamedPipe();
        NamedPipe second = new NamedPipe()) {
      long start = TICKS.get();
      until("the ticker to tick", () -> TICKS.get() > start);
      one = builder.start(() -> run(wait, first.path(), latch));
      two = builder.start(() -> run(wait, second.path(), latch));
      until(what + ": to wait", () -> isStuck(one) && isStuck(two));

      before = TICKS.get();
      for (int look = 0; look < LOOKS; look++) {
        Thread.sleep(5);
      }
      ticks = TICKS.get() - before;
    }
    latch.countDown();
    one.join();
    two.join();
    System.out.println(what + ": " + ticks + " ticks");
  }

  private static void run(Wait wait, Path pipe, CountDownLatch latch) {
    try {
      wait.at(pipe, latch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void readStream(Path pipe) throws IOException {
    try (FileInputStream in = new FileInputStream(pipe.toString())) {
      in.read(new byte[1]);
    }
  }

  private static void readChannel(Path pipe) throws IOException {
    try (FileChannel channel = FileChannel.open(pipe)) {
      channel.read(ByteBuffer.allocate(1));
    }
  }

  private static void readAll(Path pipe) throws IOException {
    Files.readAllBytes(pipe);
  }

  private static void tick() {
    try {
      while (!over) {
        TICKS.incrementAndGet();
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether the thread waits at the latch, or is inside a read of the operating system. */
  private static boolean isStuck(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return thread.getState() == Thread.State.WAITING
        || (stack.length > 0
            && stack[0].isNativeMethod()
            && stack[0].getMethodName().startsWith("read"));
  }

  private static void until(String what, BooleanSupplier condition) throws InterruptedException {
    for (int look = 0; !condition.getAsBoolean(); look++) {
      if (look == 2_000) {
        throw new AssertionError("waited 10 s for " + what);
      }
      Thread.sleep(5);
    }
  }
}
