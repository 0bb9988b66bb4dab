package workshop.vertx;

import static java.io.OutputStream.nullOutputStream;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.exercise.WriteThenReadContract;
import workshop.testkit.thread.CallLog;

@ExerciseSuite
class WriteThenReadTest extends WriteThenReadContract {

  /** The size in bytes of the two lines that the program writes. */
  private static final int TEXT_LENGTH = 59;

  private final WriteThenRead program = Answer.of(WriteThenRead.class);

  @Override
  protected void run(Path file, PrintStream out) {
    try (EventLoop loop = EventLoop.open()) {
      call(loop, file, out).result();
    }
  }

  @Override
  protected AutoCloseable startAll(List<Path> files, PrintStream out) {
    EventLoop loop = EventLoop.open();
    List<LoopCall<Void>> calls = new ArrayList<>();
    for (Path file : files) {
      calls.add(
          loop.call(
              "run()", () -> CallLog.record("run()", () -> program.run(loop.vertx(), file, out))));
    }
    return () -> {
      try (loop) {
        calls.forEach(LoopCall::resultInTime);
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
    return "An AsyncFile is a stream: read it until it calls its endHandler, or let collect() do"
        + " that. FileSystem.readFile() reads only once.";
  }

  @Test
  @Order(7) // comes before the tests with errors, whose texts assume that it passes
  void each_step_is_printed_before_the_next_one_begins(Disk disk) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.READ)) {
      LoopCall<Void> call = call(loop, disk.path(NAME), new PrintStream(out, true, UTF_8));
      call.reaches(held);
      String printed = out.toString(UTF_8);
      if (!printed.contains("Starting async read operation...")) {
        throw WriteThenReadDiagnosis.printedLate(printed);
      }
      held.open();
      call.result();
    }
  }

  @Test
  @Order(19)
  void a_text_of_many_chunks_is_read_to_its_end_and_decoded_as_a_whole(Disk disk) {
    // One byte, then pairs: a chunk of an even size always ends in the middle of a character.
    String longer = "a" + "\u00e9".repeat(20_000);
    AtomicBoolean grown = new AtomicBoolean();
    Runnable grow =
        () -> {
          boolean written = disk.exists(NAME) && disk.contents(NAME).length == TEXT_LENGTH;
          if (written && grown.compareAndSet(false, true)) {
            disk.seed(NAME, longer);
          }
        };
    // Not when the file is opened: the size at that moment may be out of date later.
    disk.when(Op.READ).on(NAME).then(grow);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run(disk.path(NAME), new PrintStream(out, true, UTF_8));
    assertShows(longer, out.toString(UTF_8));
  }

  private static void assertShows(String text, String printed) {
    int bytes = text.getBytes(UTF_8).length;
    if (!printed.contains("Successfully read " + bytes + " bytes")) {
      throw WriteThenReadDiagnosis.notReadToTheEnd(bytes, printed);
    }
    if (!printed.contains(text)) {
      throw WriteThenReadDiagnosis.decodedInPieces(bytes, printed);
    }
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

  @Test
  @Order(23)
  void no_disk_operation_runs_on_the_event_loop(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk)) {
      call(loop, disk.path(NAME), new PrintStream(nullOutputStream())).result();
      loop.assertAskedNothing();
    }
  }

  @Test
  @Order(24)
  void an_error_is_an_io_exception_with_the_error_of_the_disk_as_its_cause(Disk disk) {
    IOException fault = new IOException("Input/output error");
    disk.when(Op.READ).fails(path -> fault);
    try (EventLoop loop = EventLoop.open(disk)) {
      Throwable failure = call(loop, disk.path(NAME), new PrintStream(nullOutputStream())).failed();
      if (!(failure instanceof IOException)) {
        throw WriteThenReadDiagnosis.noIoException(failure);
      }
      if (Stream.iterate(failure, error -> error != null, Throwable::getCause)
          .limit(3)
          .noneMatch(error -> error == fault)) {
        throw WriteThenReadDiagnosis.causeLost(failure);
      }
    }
  }

  @Test
  @Order(25)
  void two_runs_at_the_same_time_do_not_mix_their_bytes(Disk disk) {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.READ)) {
      LoopCall<Void> one = call(loop, disk.path(NAME), new PrintStream(first, true, UTF_8));
      LoopCall<Void> two = call(loop, disk.path("b.txt"), new PrintStream(second, true, UTF_8));
      loop.eventually(() -> held.waiting() == 2); // or one if the runs wait for each other
      held.open();
      one.result();
      two.result();
    }
    for (ByteArrayOutputStream out : List.of(first, second)) {
      if (!out.toString(UTF_8).contains("read " + TEXT_LENGTH + " bytes")) {
        throw WriteThenReadDiagnosis.runsMixed(out.toString(UTF_8));
      }
    }
  }

  @Test
  @Order(25)
  void the_callers_stream_stays_open(Disk disk) {
    AtomicBoolean closed = new AtomicBoolean();
    PrintStream out =
        new PrintStream(nullOutputStream()) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    try (EventLoop loop = EventLoop.open(disk)) {
      call(loop, disk.path(NAME), out).result();
      loop.awaitQuiet();
    }
    if (closed.get()) {
      throw WriteThenReadDiagnosis.streamClosed();
    }
  }

  @Test
  @Order(26)
  void the_files_are_closed_before_the_future_completes(Disk disk) {
    PrintStream nowhere = new PrintStream(nullOutputStream());
    try (EventLoop loop = EventLoop.open(disk)) {
      call(loop, disk.path(NAME), nowhere).result();
      loop.eventually(() -> disk.recording().openHandles().isEmpty());
      int last = disk.recording().only(Op.CLOSE).events().size(); // 1 if one handle serves both
      try (Gate held = disk.when(Op.CLOSE).on(NAME).from(last).hold()) {
        LoopCall<Void> call = call(loop, disk.path(NAME), nowhere);
        call.reaches(held);
        call.isNotDoneWhile(held, "a file is still open");
        held.open();
        call.result();
      }
    }
  }

  private void assertLoopIsFree(Disk disk, Op op) {
    PrintStream nowhere = new PrintStream(nullOutputStream());
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(op)) {
      call(loop, disk.path(NAME), nowhere).leavesTheLoopFreeAt(held);
    }
  }

  private LoopCall<Void> call(EventLoop loop, Path file, PrintStream out) {
    return loop.call("run()", () -> program.run(loop.vertx(), file, out));
  }
}
