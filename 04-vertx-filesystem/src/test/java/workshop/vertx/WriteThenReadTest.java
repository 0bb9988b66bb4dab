package workshop.vertx;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.testkit.disk.Disk;
import workshop.testkit.disk.Gate;
import workshop.testkit.disk.Op;
import workshop.testkit.suite.Answer;
import workshop.testkit.suite.ExerciseSuite;
import workshop.testkit.suite.WriteThenReadContract;

@ExerciseSuite
class WriteThenReadTest extends WriteThenReadContract {

  private final WriteThenRead program = Answer.of(WriteThenRead.class);

  @Override
  protected void run(Path file, PrintStream out) {
    try (Kitchen kitchen = Kitchen.open()) {
      order(kitchen, file, out).served();
    }
  }

  @Override
  protected String word() {
    return "async";
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
