package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import io.vertx.core.file.FileSystemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.EventThread;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class GoldenRuleTest {

  private static final int AT_ONCE = 4;

  private final GoldenRule rule = Answer.of(GoldenRule.class);

  @Test
  @Order(1)
  void lines_are_counted_while_the_event_loop_ticks(Disk disk) {
    disk.seed("menu.txt", "soup\nbread\ncheese\n");
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.OPEN)) {
      LoopCall<Integer> call = count(loop, disk, "menu.txt");

      assertCounted(3, "menu.txt", call.leavesTheLoopFreeAt(held));
      call.completedOnTheLoop();
      loop.assertAskedNothing(); // not even to ask for the size or to read lines from an open file
    }
  }

  @Test
  @Order(2)
  void empty_lines_and_a_last_line_without_a_newline_count(Disk disk) {
    disk.seed("empty.txt", "");
    disk.seed("spaced.txt", "soup\n\n\n");
    disk.seed("unended.txt", "soup\nbread");
    disk.seed("large.txt", "soup\r\n".repeat(200_001));
    try (EventLoop loop = EventLoop.open(disk)) {
      assertCounted(0, "empty.txt", count(loop, disk, "empty.txt").result());
      assertCounted(3, "spaced.txt", count(loop, disk, "spaced.txt").result());
      assertCounted(2, "unended.txt", count(loop, disk, "unended.txt").result());
      assertCounted(200_001, "large.txt", count(loop, disk, "large.txt").result());

      disk.seed("unended.txt", "soup\nbread\ncheese");
      assertCountedAgain(3, "unended.txt", count(loop, disk, "unended.txt").result());
    }
  }

  private static void assertCountedAgain(int expected, String name, Integer count) {
    if (count == null || count != expected) {
      throw GoldenRuleDiagnosis.outdated(expected, name, count);
    }
  }

  private static void assertCounted(int expected, String name, Integer count) {
    if (count == null || count != expected) {
      throw GoldenRuleDiagnosis.otherCount(expected, name, count);
    }
  }

  @Test
  @Order(3)
  void several_counts_run_at_the_same_time(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.OPEN)) {
      Set<String> before = pools();
      List<LoopCall<Integer>> counts = new ArrayList<>();
      for (int i = 1; i <= AT_ONCE; i++) {
        disk.seed("menu-" + i + ".txt", "soup\n");
        counts.add(count(loop, disk, "menu-" + i + ".txt"));
      }
      counts.getFirst().reaches(held);

      if (disk.recording().threads().stream().anyMatch(EventThread::virtual)) {
        throw GoldenRuleDiagnosis.onVirtualThreads(disk);
      }
      if (!loop.eventually(() -> held.waiting() == AT_ONCE)) {
        throw GoldenRuleDiagnosis.notTogether(AT_ONCE, held.waiting(), disk);
      }
      held.open();
      counts.forEach(LoopCall::result);
      if (!loop.eventually(() -> poolsSince(before).size() < AT_ONCE)) {
        throw GoldenRuleDiagnosis.poolsLeft(AT_ONCE, poolsSince(before));
      }
      assertThreadsAreKept("count", AT_ONCE, loop, disk);
    }
  }

  /** Fails if each call had its own thread at the disk, and all of these threads end. */
  private static void assertThreadsAreKept(String call, int calls, EventLoop loop, Disk disk) {
    Set<EventThread> threads = disk.recording().threads();
    boolean shared =
        threads.size() < calls
            || threads.stream().anyMatch(each -> each.name().startsWith("vert.x-"));
    if (!shared && !loop.quietWithout(() -> threads.stream().noneMatch(GoldenRuleTest::isAlive))) {
      throw GoldenRuleDiagnosis.threadsForEachCall(call, threads);
    }
  }

  private static boolean isAlive(EventThread thread) {
    return Thread.getAllStackTraces().keySet().stream().anyMatch(thread::is);
  }

  private static Set<String> poolsSince(Set<String> before) {
    Set<String> since = pools();
    since.removeAll(before);
    return since;
  }

  /** Returns the names of pools: the common part of their threads' names. */
  private static Set<String> pools() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.startsWith("vert.x-"))
        .map(name -> name.replaceFirst("-?\\d+$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  @Order(4)
  void a_line_is_appended_while_the_event_loop_ticks(Disk disk) {
    disk.seed("ledger.txt", "two coffees\n");
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.OPEN)) {
      LoopCall<Void> call = append(loop, disk, "one croissant");

      call.leavesTheLoopFreeAt(held);
      call.completedOnTheLoop();
      loop.assertAskedNothing();
    }
    assertThat(disk).file("ledger.txt").holds("two coffees\none croissant\n".getBytes(UTF_8));
  }

  @Test
  @Order(5)
  void appends_wait_for_each_other(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk, 3);
        Gate held = disk.hold(Op.OPEN)) {
      List<LoopCall<Void>> appends = new ArrayList<>();
      for (String line : List.of("soup", "bread", "cheese")) {
        appends.add(append(loop, disk, line));
      }
      appends.getFirst().reaches(held);

      // Several counts at the disk are one mistake, several in the learner's code are another. Wait
      // for both.
      loop.quietWithout(() -> held.waiting() > 1);
      if (held.waiting() > 1) {
        throw GoldenRuleDiagnosis.severalAtOnce(held.waiting(), disk);
      }
      if (threadsInTheAnswer(loop).size() > 1) {
        throw GoldenRuleDiagnosis.waitsForALock();
      }
      held.open();
      appends.forEach(LoopCall::result);
      assertThreadsAreKept("append", 3, loop, disk);
    }
    if (disk.recording().only(Op.OPEN).events().size() < 3) {
      throw GoldenRuleDiagnosis.severalInOneAppend(disk);
    }
    assertThat(disk).file("ledger.txt").holds("soup\nbread\ncheese\n".getBytes(UTF_8));
  }

  /** Returns the threads that are inside the learner's class, apart from the event loop. */
  private List<Thread> threadsInTheAnswer(EventLoop loop) {
    List<String> own = List.of(GoldenRule.class.getName(), rule.getClass().getName());
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(each -> each.getKey() != loop.thread())
        .filter(each ->
            Arrays.stream(each.getValue()).anyMatch(frame -> own.contains(frame.getClassName())))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  @Order(6)
  void a_count_does_not_wait_for_the_ledger(Disk disk) {
    disk.seed("menu.txt", "soup\n");
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.when(Op.OPEN).on("ledger.txt").hold()) {
      LoopCall<Void> append = append(loop, disk, "soup");
      append.reaches(held);

      LoopCall<Integer> count = count(loop, disk, "menu.txt");
      if (!loop.eventually(count::isDone)) {
        throw GoldenRuleDiagnosis.countWaitsForTheLedger();
      }
      held.open();
      append.result();
    }
  }

  @Test
  @Order(7)
  void an_io_exception_fails_the_future(Disk disk) {
    disk.seed("menu.txt", "soup\n");
    disk.when(Op.READ).fails("Input/output error");
    disk.when(Op.WRITE).fails("No space left on device");
    try (EventLoop loop = EventLoop.open(disk)) {
      assertItself("count()", count(loop, disk, "no-such-file.txt").failed());
      assertItself("count()", count(loop, disk, "menu.txt").failed());
      assertItself("append()", append(loop, disk, "soup").failed());
    }
  }

  private static void assertItself(String helper, Throwable failure) {
    // A count that reads with Vert.x's file system fails with the error of that file system.
    if (!(failure instanceof IOException || failure instanceof FileSystemException)) {
      throw GoldenRuleDiagnosis.wrapped(helper, failure);
    }
  }

  @Test
  @Order(8)
  void an_error_that_is_not_an_exception_fails_the_future_as_well(Disk disk) {
    disk.seed("menu.txt", "soup\n");
    disk.when(Op.OPEN)
        .then(() -> {
          throw new StackOverflowError("thrown at the disk");
        });
    try (EventLoop loop = EventLoop.open(disk)) {
      count(loop, disk, "menu.txt").failed();
      append(loop, disk, "soup").failed();
    }
  }

  @Test
  @Order(9)
  void a_line_that_fails_does_not_fail_later_lines(Disk disk) {
    disk.when(Op.WRITE).on("ledger.txt").times(1).fails("No space left on device");
    try (EventLoop loop = EventLoop.open(disk)) {
      LoopCall<Void> soup = append(loop, disk, "soup");
      LoopCall<Void> bread = append(loop, disk, "bread");
      soup.failed();
      assertAppended(bread, "bread", disk);
      assertAppended(append(loop, disk, "cheese"), "cheese", disk);
    }
    assertThat(disk).file("ledger.txt").holds("bread\ncheese\n".getBytes(UTF_8));
  }

  private static void assertAppended(LoopCall<Void> call, String line, Disk disk) {
    call.awaitEnd();
    if (call.failure() != null) {
      throw GoldenRuleDiagnosis.failedByAnEarlierLine(line, call.failure(), disk);
    }
  }

  private LoopCall<Integer> count(EventLoop loop, Disk disk, String name) {
    return loop.call("countLines()", () -> rule.countLines(loop.vertx(), disk.path(name)));
  }

  private LoopCall<Void> append(EventLoop loop, Disk disk, String line) {
    return loop.call(
        "appendLine()", () -> rule.appendLine(loop.vertx(), disk.path("ledger.txt"), line));
  }
}
