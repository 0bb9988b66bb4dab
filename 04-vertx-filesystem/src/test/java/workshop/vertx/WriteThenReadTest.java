package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.exercise.WriteThenReadContract;
import workshop.testkit.thread.CallLog;

@ExerciseSuite
class WriteThenReadTest extends WriteThenReadContract {

  /** In bytes: of the two lines that the program writes. */
  private static final int TEXT_LENGTH = 59;

  private final WriteThenRead program = Answer.of(WriteThenRead.class);

  @Override
  protected void run(Path file, PrintStream out) {
    try (Kitchen kitchen = Kitchen.open()) {
      order(kitchen, file, out).served();
    }
  }

  @Override
  protected AutoCloseable startAll(List<Path> files, PrintStream out) {
    Kitchen kitchen = Kitchen.open();
    List<Promised<Void>> orders = new ArrayList<>();
    for (Path file : files) {
      orders.add(
          kitchen.order(
              "run()",
              () -> CallLog.record("run()", () -> program.run(kitchen.vertx(), file, out))));
    }
    return () -> {
      try (kitchen) {
        orders.forEach(Promised::served);
      }
    };
  }

  @Override
  protected int ordersAtOnce() {
    return 8;
  }

  @Override
  protected String word() {
    return "async";
  }

  @Override
  protected String howToReadOn() {
    return "Read until the stream of an AsyncFile has ended: its endHandler is called then, and"
        + " collect() waits for it. FileSystem.readFile() reads once.";
  }

  @Test
  @Order(19)
  void a_text_of_many_chunks_is_read_to_its_end_and_decoded_as_a_whole(Disk disk) {
    // One byte, then pairs: wherever a chunk of an even size ends, it cuts a character in two.
    String longer = "a" + "\u00e9".repeat(20_000);
    AtomicBoolean grown = new AtomicBoolean();
    Runnable grow =
        () -> {
          boolean written = disk.exists(NAME) && disk.contents(NAME).length == TEXT_LENGTH;
          if (written && grown.compareAndSet(false, true)) {
            disk.seed(NAME, longer);
          }
        };
    disk.when(Op.OPEN).on(NAME).then(grow);
    disk.when(Op.READ).on(NAME).then(grow);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run(disk.path(NAME), new PrintStream(out, true, UTF_8));
    assertShows(longer, out.toString(UTF_8));
  }

  private static void assertShows(String text, String printed) {
    int bytes = text.getBytes(UTF_8).length;
    String before = "While nobody looked, the file grew to %,d bytes. ".formatted(bytes);
    if (!printed.contains("Successfully read " + bytes + " bytes")) {
      String line =
          printed.lines().filter(l -> l.startsWith("Successfully read")).findFirst().orElse("");
      throw Diagnosis.observed(before + "The program says: \"" + line + "\"")
          .means("It read as much as it had written, or one chunk, and not the file to its end.")
          .nextStep("Let the file tell where it ends. A stream does: see its endHandler.");
    }
    if (!printed.contains(text)) {
      throw Diagnosis.observed(before + "What was shown is not its text" + replaced(printed))
          .means(
              "It comes in chunks, and a chunk may end in the middle of a character: half of an"
                  + " \u00e9 is no text, and decoding makes U+FFFD of it.")
          .nextStep("Gather the bytes of all chunks in one Buffer, and decode that, once.");
    }
  }

  private static String replaced(String printed) {
    long count = printed.chars().filter(c -> c == '\uFFFD').count();
    return count == 0 ? "." : ": " + count + " times there is U+FFFD in it.";
  }

  @Test
  @Order(20)
  void the_event_loop_ticks_while_the_disk_writes(Disk disk) {
    assertLoopIsFree(disk, Op.WRITE);
  }

  @Test
  @Order(21)
  void the_event_loop_ticks_while_the_disk_reads(Disk disk) {
    assertLoopIsFree(disk, Op.READ);
  }

  @Test
  @Order(22)
  void the_event_loop_ticks_while_the_disk_opens_a_file(Disk disk) {
    assertLoopIsFree(disk, Op.OPEN);
  }

  private void assertLoopIsFree(Disk disk, Op op) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.hold(op)) {
      order(kitchen, disk.path(NAME), nowhere).leavesTheLoopFreeAt(held);
    }
  }

  private Promised<Void> order(Kitchen kitchen, Path file, PrintStream out) {
    return kitchen.order("run()", () -> program.run(kitchen.vertx(), file, out));
  }
}
