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
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.ThreadSnapshot;

@ExerciseSuite
class GoldenRuleTest {

  private static final int AT_ONCE = 4;

  private final GoldenRule rule = Answer.of(GoldenRule.class);

  @Test
  @Order(1)
  void lines_are_counted_while_the_event_loop_ticks(Disk disk) {
    disk.seed("menu.txt", "soup\nbread\ncheese\n");
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.hold(Op.OPEN)) {
      Integer count = count(kitchen, disk, "menu.txt").leavesTheLoopFreeAt(held);

      if (count == null || count != 3) {
        throw Diagnosis.observed("The file has 3 lines; the future gave " + count + ".")
            .means("What the worker found out did not come back.")
            .nextStep("Return what count() returns, out of the Callable.");
      }
    }
  }

  @Test
  @Order(2)
  void a_file_without_lines_and_empty_lines_at_the_end_are_counted_as_count_does(Disk disk) {
    disk.seed("empty.txt", "");
    disk.seed("spaced.txt", "soup\n\n\n");
    try (Kitchen kitchen = Kitchen.open(disk)) {
      assertCounted(0, "empty.txt", count(kitchen, disk, "empty.txt").served());
      assertCounted(3, "spaced.txt", count(kitchen, disk, "spaced.txt").served());
    }
  }

  private static void assertCounted(int expected, String name, Integer count) {
    if (count == null || count != expected) {
      throw Diagnosis.observed(
              "%s has %d lines; the future gave %s.".formatted(name, expected, count))
          .means(
              "Counting is not as simple as it looks: split(), for one, finds a line in an empty text,"
                  + " and drops empty lines at the end.")
          .nextStep(
              "The helper count() knows how: call it on a worker, and return what it returns.");
    }
  }

  @Test
  @Order(3)
  void several_counts_are_at_the_disk_together(Disk disk) {
    List<Promised<Integer>> counts = new ArrayList<>();
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.hold(Op.OPEN)) {
      Set<String> before = pools();
      for (int i = 1; i <= AT_ONCE; i++) {
        disk.seed("menu-" + i + ".txt", "soup\n");
        counts.add(count(kitchen, disk, "menu-" + i + ".txt"));
      }
      counts.getFirst().arrivesAt(held);

      if (!kitchen.comesToPass(() -> held.waiting() == AT_ONCE)) {
        throw notTogether(held.waiting(), disk).evidence("On the disk", disk.recording());
      }
      held.open();
      counts.forEach(Promised::served);

      if (!kitchen.comesToPass(() -> poolsSince(before).size() < AT_ONCE)) {
        throw Diagnosis.observed(
                "%d counts are done, and these pools of threads are left: %s"
                    .formatted(AT_ONCE, String.join(", ", poolsSince(before))))
            .means("They stay until Vert.x is closed, and with each call there will be more.")
            .nextStep(
                "Use the workers that Vert.x has: its own executeBlocking. Or one pool for all calls;"
                    + " or close each when its call is done.");
      }
    }
  }

  private static Set<String> poolsSince(Set<String> before) {
    Set<String> since = pools();
    since.removeAll(before);
    return since;
  }

  /** A pool is known by the name that its threads share, but for their number. */
  private static Set<String> pools() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.startsWith("vert.x-"))
        .map(name -> name.replaceFirst("-?\\d+$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Diagnosis notTogether(int waiting, Disk disk) {
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "%d counts were asked for; %d of them reached the disk, which holds it."
                .formatted(AT_ONCE, waiting));
    // Who counts is seen from the thread at the disk.
    String thread = disk.recording().events().getFirst().thread().toString();
    return thread.startsWith("vert.x-worker-thread-")
        ? observed
            .means(
                "executeBlocking runs in order by default: for one context, one call after the"
                    + " other, however many workers stand idle.")
            .nextStep("Tell executeBlocking that these calls need no order: its second parameter.")
        : observed
            .means(
                "They run on %s, which is no worker of Vert.x, and there no more of them run at once"
                        .formatted(thread)
                    + " on this machine: such threads are few, and a held disk keeps them.")
            .nextStep(
                "Use threads that are there to wait: executeBlocking, told that these calls need no"
                    + " order.");
  }

  @Test
  @Order(4)
  void a_line_is_appended_while_the_event_loop_ticks(Disk disk) {
    disk.seed("ledger.txt", "two coffees\n");
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.hold(Op.OPEN)) {
      append(kitchen, disk, "one croissant").leavesTheLoopFreeAt(held);
    }
    assertThat(disk).file("ledger.txt").holds("two coffees\none croissant\n".getBytes(UTF_8));
  }

  @Test
  @Order(5)
  void appends_wait_for_each_other(Disk disk) {
    List<Promised<Void>> appends = new ArrayList<>();
    try (Kitchen kitchen = Kitchen.open(disk, 2);
        Gate held = disk.hold(Op.OPEN)) {
      for (String line : List.of("soup", "bread", "cheese")) {
        appends.add(append(kitchen, disk, line));
      }
      appends.getFirst().arrivesAt(held);

      kitchen.comesWithout(() -> underWay(kitchen).size() > 1);
      if (held.waiting() > 1) {
        throw Diagnosis.observed(
                held.waiting() + " of 3 lines are on their way to the ledger at once.")
            .means(
                "Which one arrives first is a matter of luck: the ledger's lines will stand in"
                    + " another order than the calls, now and then, and never on your machine.")
            .nextStep("Appends have to run in order: that is what executeBlocking does by default.")
            .evidence("On the disk", disk.recording());
      }
      if (underWay(kitchen).size() > 1) {
        throw Diagnosis.observed(
                "The disk holds one line, and the next has a thread already, which waits for it.")
            .means(
                "Who gets a lock first writes first: that need not be who was asked first. And each"
                    + " one that waits there is a worker that others cannot have.")
            .nextStep(
                "A lock makes no order. executeBlocking makes one by default, and needs no lock.")
            .evidence("Where they stand", ThreadSnapshot.inLearnersCode());
      }
      held.open();
      appends.forEach(Promised::served);
    }
    assertThat(disk).file("ledger.txt").holds("soup\nbread\ncheese\n".getBytes(UTF_8));
  }

  @Test
  @Order(6)
  void a_count_does_not_wait_for_the_ledger(Disk disk) {
    disk.seed("menu.txt", "soup\n");
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.when(Op.OPEN).on("ledger.txt").hold()) {
      Promised<Void> append = append(kitchen, disk, "soup");
      append.arrivesAt(held);

      Promised<Integer> count = count(kitchen, disk, "menu.txt");
      if (!kitchen.comesToPass(count::isDone)) {
        throw Diagnosis.observed(
                "While the disk held the ledger, lines of another file were not counted.")
            .means("One slow file stops all others: the count stands in line behind the append.")
            .nextStep("Only appends need an order. Tell executeBlocking that counts need none.");
      }
      held.open();
      append.served();
    }
  }

  @Test
  @Order(7)
  void errors_arrive_in_the_future(Disk disk) {
    disk.seed("menu.txt", "soup\n");
    disk.when(Op.READ).fails("Input/output error");
    disk.when(Op.WRITE).fails("No space left on device");
    try (Kitchen kitchen = Kitchen.open(disk)) {
      assertItself("count()", count(kitchen, disk, "menu.txt").failed());
      assertItself("append()", append(kitchen, disk, "soup").failed());
    }
  }

  private static void assertItself(String helper, Throwable failure) {
    // Whoever reads with Vert.x's file system, and counts by himself, has the error of that.
    if (!(failure instanceof IOException || failure instanceof FileSystemException)) {
      throw Diagnosis.observed(
              "%s threw an IOException; the future failed with %s".formatted(helper, failure))
          .means("Callers that handle a disk's error do not recognize it in what is around it.")
          .nextStep(
              "Let the error through: the Callable of executeBlocking may throw checked exceptions,"
                  + " and its future fails with what it threw.")
          .because(failure);
    }
  }

  @Test
  @Order(8)
  void a_line_that_fails_is_the_failure_of_no_other_line(Disk disk) {
    disk.when(Op.WRITE).on("ledger.txt").times(1).fails("No space left on device");
    try (Kitchen kitchen = Kitchen.open(disk)) {
      Promised<Void> soup = append(kitchen, disk, "soup");
      Promised<Void> bread = append(kitchen, disk, "bread");
      soup.failed();
      assertAppended(bread, "bread", disk);
      assertAppended(append(kitchen, disk, "cheese"), "cheese", disk);
    }
    assertThat(disk).file("ledger.txt").holds("bread\ncheese\n".getBytes(UTF_8));
  }

  private static void assertAppended(Promised<Void> order, String line, Disk disk) {
    order.awaitEnd();
    if (order.failure() != null) {
      throw Diagnosis.observed(
              "The line \"soup\" failed, and with it \"%s\", which came after it and met no error: %s"
                  .formatted(line, order.failure()))
          .means(
              "Each line waits for the one before it, but that one's end counts, not its success: or"
                  + " one full disk stops the ledger for ever, or blames those who had succeeded.")
          .nextStep(
              "Whoever chains the calls by hand has to go on in any case, and with the result of the"
                  + " new call. executeBlocking does, in the order of the calls.")
          .evidence("On the disk", disk.recording())
          .because(order.failure());
    }
  }

  /** Returns the threads that are inside the learner's class, apart from the event loop. */
  private List<Thread> underWay(Kitchen kitchen) {
    List<String> own = List.of(GoldenRule.class.getName(), rule.getClass().getName());
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(each -> each.getKey() != kitchen.loop())
        .filter(each ->
            Arrays.stream(each.getValue()).anyMatch(frame -> own.contains(frame.getClassName())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Promised<Integer> count(Kitchen kitchen, Disk disk, String name) {
    return kitchen.order("countLines()", () -> rule.countLines(kitchen.vertx(), disk.path(name)));
  }

  private Promised<Void> append(Kitchen kitchen, Disk disk, String line) {
    return kitchen.order(
        "appendLine()", () -> rule.appendLine(kitchen.vertx(), disk.path("ledger.txt"), line));
  }
}
