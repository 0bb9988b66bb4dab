package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.EventThread;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.ThreadSnapshot;

@ExerciseSuite
class AwaitedRecipeTest {

  private static final UnaryOperator<String> SALTED = text -> text + " with salt";

  private final AwaitedRecipe recipe = Answer.of(AwaitedRecipe.class);

  @Test
  @Order(1)
  void the_text_is_changed_and_the_event_loop_is_free(Disk disk) {
    disk.seed("raw.txt", "crème");
    disk.seed("done.txt", "the soup of yesterday, with everything");
    AtomicReference<String> text = new AtomicReference<>();
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.when(Op.READ).on("raw.txt").hold()) {
      LoopCall<Void> call = transform(loop, disk, read -> salted(read, text));
      call.reaches(held);
      assertWaitsWithoutALimit(loop, "read");
      call.leavesTheLoopFreeAt(held);
    }
    String seen = text.get();
    if (!"crème".equals(seen)) {
      throw seen == null
          ? AwaitedRecipeDiagnosis.incomplete("crème", null)
          : AwaitedRecipeDiagnosis.otherText("crème", seen);
    }
    assertThat(disk).file("done.txt").startsEmpty().holds("crème with salt".getBytes(UTF_8));
  }

  private static String salted(String read, AtomicReference<String> seen) {
    seen.set(read);
    return SALTED.apply(read);
  }

  @Test
  @Order(2)
  void the_event_loop_is_free_while_the_disk_writes(Disk disk) {
    disk.seed("raw.txt", "soup");
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.when(Op.WRITE).on("done.txt").hold()) {
      LoopCall<Void> call = transform(loop, disk, UnaryOperator.identity());
      call.reaches(held);
      call.isNotDoneWhile(held, "the write is not done");
      assertWaitsWithoutALimit(loop, "write");
      call.leavesTheLoopFreeAt(held);
    }
  }

  /** Looks while the virtual thread waits: right answers wait without a time limit. */
  private static void assertWaitsWithoutALimit(EventLoop loop, String step) {
    loop.eventually(() -> ThreadSnapshot.anyVirtualThreadIsTimed() || aVirtualThreadWaits(loop));
    if (ThreadSnapshot.anyVirtualThreadIsTimed()) {
      throw AwaitedRecipeDiagnosis.givesUp(step);
    }
  }

  private static boolean aVirtualThreadWaits(EventLoop loop) {
    return ThreadSnapshot.everywhere().stream()
        .anyMatch(
            each -> each.virtual() && each.isParked() && each.id() > loop.thread().threadId());
  }

  @Test
  @Order(3)
  void the_steps_run_once_on_a_virtual_thread_of_vertx(Disk disk) {
    disk.seed("raw.txt", "soup");
    AtomicInteger calls = new AtomicInteger();
    AtomicReference<Context> context = new AtomicReference<>();
    AtomicReference<Thread> thread = new AtomicReference<>();
    try (EventLoop loop = EventLoop.open(disk)) {
      transform(
              loop,
              disk,
              text -> {
                calls.incrementAndGet();
                context.set(Vertx.currentContext());
                thread.set(Thread.currentThread());
                return text;
              })
          .result();
      loop.awaitQuiet(); // a second call may come later
    }
    if (calls.get() != 1) {
      throw AwaitedRecipeDiagnosis.changedMoreThanOnce(calls.get());
    }
    if (!thread.get().isVirtual()
        || context.get() == null
        || context.get().threadingModel() != ThreadingModel.VIRTUAL_THREAD) {
      throw AwaitedRecipeDiagnosis.wrongThread(thread.get(), context.get());
    }
  }

  @Test
  @Order(4)
  void no_disk_operation_runs_on_the_virtual_thread(Disk disk) {
    disk.seed("raw.txt", "soup");
    try (EventLoop loop = EventLoop.open(disk)) {
      transform(loop, disk, SALTED).result();
    }
    if (disk.recording().threads().stream().anyMatch(EventThread::virtual)) {
      throw AwaitedRecipeDiagnosis.virtualThreadAtTheDisk(disk);
    }
  }

  @Test
  @Order(5)
  void an_error_names_its_file_and_keeps_its_cause(Disk disk) {
    disk.seed("raw.txt", "soup");
    assertNames(disk, "raw.txt", "done.txt", Op.READ);
    assertNames(disk, "done.txt", "raw.txt", Op.WRITE);
  }

  private void assertNames(Disk disk, String name, String other, Op failing) {
    IOException fault = new IOException("Input/output error");
    disk.when(failing).on(name).times(1).fails(path -> fault);
    try (EventLoop loop = EventLoop.open(disk)) {
      Throwable failure = transform(loop, disk, SALTED).failed();
      String message = String.valueOf(failure.getMessage());
      boolean named = message.contains(name);
      if (named && !(failure instanceof IOException)) {
        throw AwaitedRecipeDiagnosis.noIoException(failing, name, failure);
      }
      if (!named) {
        throw message.contains(other)
            ? AwaitedRecipeDiagnosis.namesOnlyTheOther(failing, name, other, failure)
            : AwaitedRecipeDiagnosis.unnamed(failing, name, failure);
      }
      if (message.contains(other)) {
        throw AwaitedRecipeDiagnosis.namesTheOther(failing, name, other, failure);
      }
      if (!isCausedBy(fault, failure)) {
        throw AwaitedRecipeDiagnosis.causeLost(failing, name, failure);
      }
    }
  }

  @Test
  @Order(6)
  void the_whole_text_is_changed_including_spaces_and_line_ends(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk)) {
      assertChanged(loop, disk, "");
      assertChanged(loop, disk, "  soup\r\nbread\n\n");
      assertChanged(loop, disk, "cr\u00e8me br\u00fbl\u00e9es\n".repeat(80_000));
    }
  }

  @Test
  @Order(6)
  void a_text_that_is_empty_after_the_change_replaces_the_old_one(Disk disk) {
    disk.seed("raw.txt", "soup");
    disk.seed("done.txt", "yesterday's soup");
    try (EventLoop loop = EventLoop.open(disk)) {
      transform(loop, disk, text -> "").result();
    }
    if (disk.contents("done.txt").length > 0) {
      throw AwaitedRecipeDiagnosis.keptTheOldText(disk);
    }
  }

  private void assertChanged(EventLoop loop, Disk disk, String text) {
    disk.seed("raw.txt", text);
    AtomicReference<String> seen = new AtomicReference<>();
    transform(loop, disk, read -> salted(read, seen)).result();
    if (!text.equals(seen.get())) {
      throw AwaitedRecipeDiagnosis.incomplete(text, seen.get());
    }
    assertThat(disk).file("done.txt").holds(SALTED.apply(text).getBytes(UTF_8));
  }

  @Test
  @Order(7)
  void an_error_in_the_change_is_not_lost(Disk disk) {
    disk.seed("raw.txt", "soup");
    RuntimeException thrown = new IllegalStateException("no salt left");
    try (EventLoop loop = EventLoop.open(disk)) {
      Throwable failure = transform(loop, disk, text -> refuse(thrown)).failed();
      if (!isCausedBy(thrown, failure)) {
        throw AwaitedRecipeDiagnosis.changesErrorLost(thrown, failure);
      }
      LoopCall<Void> call = transform(loop, disk, text -> overflow());
      if (!loop.eventually(call::isDone)) {
        throw AwaitedRecipeDiagnosis.noExceptionAndNoEnd();
      }
      call.failed();
    }
  }

  private static String refuse(RuntimeException thrown) {
    throw thrown;
  }

  private static String overflow() {
    throw new StackOverflowError("thrown by change");
  }

  /** Returns whether {@code cause} is the failure, its cause, or the cause of its cause. */
  private static boolean isCausedBy(Throwable cause, Throwable failure) {
    return Stream.iterate(failure, error -> error != null, Throwable::getCause)
        .limit(3)
        .anyMatch(error -> error == cause);
  }

  @Test
  @Order(8)
  void the_verticle_is_undeployed(Disk disk) {
    disk.seed("raw.txt", "soup");
    try (EventLoop loop = EventLoop.open(disk)) {
      String other = loop.call("deployVerticle()", () -> deployAnother(loop.vertx())).result();
      // Checked in the very turn in which the future completes: a moment later may be too late.
      AtomicInteger deployed = new AtomicInteger();
      loop.call(
              "transform()",
              () ->
                  transformed(loop, disk, SALTED)
                      .onComplete(done -> deployed.set(loop.vertx().deploymentIDs().size())))
          .result();
      if (!loop.vertx().deploymentIDs().contains(other)) {
        throw AwaitedRecipeDiagnosis.othersUndeployed();
      }
      assertNothingElseDeployed(loop, deployed.get(), "succeeded");

      disk.when(Op.READ).fails("Input/output error");
      transform(loop, disk, SALTED).failed();
      assertNothingElseDeployed(loop, loop.vertx().deploymentIDs().size(), "failed");
    }
  }

  private static Future<String> deployAnother(Vertx vertx) {
    return vertx.deployVerticle(context -> Future.succeededFuture(), new DeploymentOptions());
  }

  private static void assertNothingElseDeployed(EventLoop loop, int deployed, String ended) {
    if (deployed == 1) {
      return;
    }
    throw loop.eventually(() -> loop.vertx().deploymentIDs().size() == 1)
        ? AwaitedRecipeDiagnosis.undeployedLate(ended)
        : AwaitedRecipeDiagnosis.stillDeployed(ended);
  }

  private LoopCall<Void> transform(EventLoop loop, Disk disk, UnaryOperator<String> change) {
    return loop.call("transform()", () -> transformed(loop, disk, change));
  }

  private Future<Void> transformed(EventLoop loop, Disk disk, UnaryOperator<String> change) {
    return recipe.transform(loop.vertx(), disk.path("raw.txt"), disk.path("done.txt"), change);
  }
}
