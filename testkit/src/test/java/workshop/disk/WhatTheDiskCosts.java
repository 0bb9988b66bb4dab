package workshop.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints what the watched disk costs a JVM while nothing is watched: at the start, for operations
 * on an open file, and for opening one. This is a measurement, not a test: read the ratios, and run
 * it twice.
 *
 * <p>The JVMs with and without the disk take turns, so that other load on the machine affects both
 * alike.
 */
final class WhatTheDiskCosts {

  private static final int RUNS = 15;
  private static final int OPERATIONS = 20_000;
  private static final int BLOCK = 4096;

  private WhatTheDiskCosts() {}

  public static void main(String[] arguments) throws Exception {
    Costs without = new Costs();
    Costs with = new Costs();
    for (int run = 0; run < RUNS; run++) {
      without.add(List.of());
      with.add(List.of(Disk.OPTION));
    }
    System.out.printf("%-34s %12s %12s %7s%n", "median of " + RUNS, "without", "with", "ratio");
    print("start, first file touched (ms)", without.starts, with.starts, 1e6);
    print("4 KiB write and read (us)", without.transfers, with.transfers, 1e3);
    print("open and close (us)", without.opens, with.opens, 1e3);
  }

  private static void print(String what, List<Long> without, List<Long> with, double unit) {
    double before = median(without);
    double after = median(with);
    System.out.printf(
        Locale.ROOT,
        "%-34s %12.2f %12.2f %7.2f%n",
        what,
        before / unit,
        after / unit,
        after / before);
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static final class Costs {

    private final List<Long> starts = new ArrayList<>();
    private final List<Long> transfers = new ArrayList<>();
    private final List<Long> opens = new ArrayList<>();

    void add(List<String> options) throws IOException, InterruptedException {
      long before = System.nanoTime();
      FreshJvm.run(TouchesAFile.class, options);
      starts.add(System.nanoTime() - before);
      String[] numbers = FreshJvm.run(UsesAFile.class, options).split(" ");
      transfers.add(Long.parseLong(numbers[0]));
      opens.add(Long.parseLong(numbers[1]));
    }
  }

  /** As little as a program can do with a file. */
  static final class TouchesAFile {
    public static void main(String[] arguments) {
      if (!Files.exists(Path.of("."))) {
        throw new AssertionError("the working directory is gone");
      }
    }
  }

  /** Prints the nanoseconds of a write and read, and of an open and close, once it is warm. */
  static final class UsesAFile {

    public static void main(String[] arguments) throws IOException {
      Path file = Files.createTempFile("costs-", ".bin");
      try {
        transfer(file);
        opening(file);
        System.out.println(transfer(file) + " " + opening(file));
      } finally {
        Files.delete(file);
      }
    }

    private static long transfer(Path file) throws IOException {
      ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        long before = System.nanoTime();
        for (int i = 0; i < OPERATIONS; i++) {
          channel.write(block.clear(), 0);
          channel.read(block.clear(), 0);
        }
        return (System.nanoTime() - before) / OPERATIONS;
      }
    }

    private static long opening(Path file) throws IOException {
      long before = System.nanoTime();
      for (int i = 0; i < OPERATIONS; i++) {
        FileChannel.open(file, StandardOpenOption.READ).close();
      }
      return (System.nanoTime() - before) / OPERATIONS;
    }
  }
}
